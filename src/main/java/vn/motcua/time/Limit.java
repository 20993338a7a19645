package vn.motcua.time;

/**
 * A time limit as the law writes it: so many working days, days, working hours or months. Zero working days means the same
 * day (received by 15:00, otherwise the next working day).
 */
public record Limit(int quantity, Unit unit) {

    /** The units of {@code catalogue} records and of the API. */
    public enum Unit {
        WORKING_DAY,
        DAY,
        HOUR,
        MONTH
    }

    public Limit {
        if (quantity < 0 || quantity > 1_000) {
            throw new IllegalArgumentException("A limit counts 0 to 1000 units, not " + quantity);
        }
    }
}
