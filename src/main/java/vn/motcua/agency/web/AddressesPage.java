package vn.motcua.agency.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.Corrections;
import vn.motcua.web.Fact;
import vn.motcua.web.Link;

/** The form for an old address and what became of it, as {@code agency/addresses.jte} prints them. */
public record AddressesPage(
        Corrections corrections,
        String province,
        String district,
        String commune,
        @Nullable Answer answer) {

    /**
     * @param kind of verdict: "" (known), "warn" (asks) or "bad" (unknown)
     * @param lines old and new address; {@code parts} to choose from, {@code ways} the same question in other words
     */
    public record Answer(
            String kind, String title, String text, List<Fact> lines, List<String> parts, List<Link> ways) {}
}
