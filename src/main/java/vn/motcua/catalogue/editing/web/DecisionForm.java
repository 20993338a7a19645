package vn.motcua.catalogue.editing.web;

import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.editing.Drafting;
import vn.motcua.catalogue.editing.Item;
import vn.motcua.shared.Problem;

/**
 * What the forms of a decision send; each sends some of it, the rest is empty.
 *
 * @param seen the decision's version that the page showed
 */
record DecisionForm(
        String agency,
        String number,
        String signed,
        String title,
        String procedure,
        String kind,
        String reason,
        String seen) {

    static final DecisionForm EMPTY = new DecisionForm(null, null, null, null, null, null, null, null);

    DecisionForm(
            @Nullable String agency,
            @Nullable String number,
            @Nullable String signed,
            @Nullable String title,
            @Nullable String procedure,
            @Nullable String kind,
            @Nullable String reason,
            @Nullable String seen) {
        this.agency = said(agency);
        this.number = said(number);
        this.signed = said(signed);
        this.title = said(title);
        this.procedure = said(procedure);
        this.kind = said(kind);
        this.reason = said(reason);
        this.seen = said(seen);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    Drafting.Heading heading() {
        return new Drafting.Heading(agency, number, signed, title);
    }

    /** Whether it is the form of number, day and title. */
    boolean isHeading() {
        return !signed.isEmpty();
    }

    int version() {
        return ItemController.number(seen);
    }

    Item.Kind itemKind() {
        for (var known : Item.Kind.values()) {
            if (known.name().equals(kind)) {
                return known;
            }
        }
        throw Problem.invalid("kind", "catalogue.editing.wrong.choice");
    }
}
