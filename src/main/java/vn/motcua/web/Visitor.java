package vn.motcua.web;

/**
 * Who looks at a page, as far as the layout must know. The identity room leaves it as a request attribute under
 * {@link #ATTRIBUTE}; without one nobody is signed in.
 */
public record Visitor(String name, Kind kind) {

    public static final String ATTRIBUTE = "vn.motcua.visitor";

    public enum Kind {
        CITIZEN,
        OFFICIAL
    }
}
