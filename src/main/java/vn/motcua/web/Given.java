package vn.motcua.web;

/**
 * One line of a page to check: what was asked, what was answered.
 *
 * @param note where a known fact comes from, or empty
 * @param href back to the question, empty where nothing can be changed
 */
public record Given(String term, String value, String note, String href) {

    public static Given fixed(String term, String value, String note) {
        return new Given(term, value, note, "");
    }
}
