package vn.motcua.web;

/**
 * Who looks at a page, as far as the layout must know. The identity room leaves it as a request attribute under
 * {@link #ATTRIBUTE}; without one nobody is signed in.
 *
 * @param editor whether the desk offers the catalogue's back office
 */
public record Visitor(String name, Kind kind, boolean editor) {

    public Visitor(String name, Kind kind) {
        this(name, kind, false);
    }

    public static final String ATTRIBUTE = "vn.motcua.visitor";

    public enum Kind {
        CITIZEN,
        OFFICIAL
    }
}
