package vn.motcua.shared;

/**
 * An amount of money in whole đồng, the unit in which every fee is written; there is no smaller one in use. Refuses less
 * than nothing and more than a thousand billion.
 */
public record Vnd(long amount) implements Comparable<Vnd> {

    public static final Vnd ZERO = new Vnd(0);

    private static final long MAX = 1_000_000_000_000L;

    public Vnd {
        if (amount < 0 || amount > MAX) {
            throw new IllegalArgumentException("An amount lies between 0 and " + MAX + " đồng, not " + amount);
        }
    }

    public Vnd plus(Vnd other) {
        return new Vnd(Math.addExact(amount, other.amount));
    }

    public boolean isZero() {
        return amount == 0;
    }

    @Override
    public int compareTo(Vnd other) {
        return Long.compare(amount, other.amount);
    }

    /** As people write it: {@code 135.000 đ}. */
    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%,d", amount).replace(',', '.') + " đ";
    }
}
