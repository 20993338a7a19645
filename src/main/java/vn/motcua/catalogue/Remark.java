package vn.motcua.catalogue;

/**
 * What a check says about one place of a folder: a sentence that says what is wrong and what mends it.
 *
 * @param weight a mistake keeps the folder from being published, a warning does not
 * @param file the file's name; {@code field} the way to the value in it, as in {@code procedure/fees/0/when}
 */
public record Remark(Weight weight, String file, String field, String sentence) {

    public enum Weight {
        MISTAKE,
        WARNING
    }

    public boolean isMistake() {
        return weight == Weight.MISTAKE;
    }

    @Override
    public String toString() {
        return file + (field.isEmpty() ? "" : "/" + field) + ": " + sentence;
    }
}
