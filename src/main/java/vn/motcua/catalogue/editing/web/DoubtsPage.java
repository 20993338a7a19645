package vn.motcua.catalogue.editing.web;

import java.util.List;

/** What imports could not read for certain; {@code next} and {@code first} are addresses or empty. */
public record DoubtsPage(
        String who, List<Count> counts, String narrowed, List<Doubt> doubts, String next, String first) {

    /** How many of a kind at an agency, and where they are listed. */
    public record Count(String kind, String agency, int count, String href) {}

    public record Doubt(String code, String name, String kind, String part, String said, String change) {}
}
