package vn.motcua.agency.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.agency.OldAddress;
import vn.motcua.agency.Resolution;
import vn.motcua.agency.Resolution.Divided;
import vn.motcua.agency.Resolution.Found;
import vn.motcua.agency.Resolution.NotImported;
import vn.motcua.agency.Resolution.Several;
import vn.motcua.agency.Resolution.Unknown;
import vn.motcua.agency.Territory;
import vn.motcua.agency.Unit;
import vn.motcua.web.Fact;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** What became of an old address, in the words of the page. */
record AddressAnswers(Territory territory) {

    private static final int MOST_SHOWN = 60;

    AddressesPage.Answer of(OldAddress asked, Resolution resolution, Frame frame) {
        return switch (resolution) {
            case Found found -> found(found, frame);
            case Divided divided -> divided(divided, frame);
            case Several several -> several(several, frame);
            case Unknown unknown -> unknown(asked, unknown, frame);
            case NotImported none -> notImported(none, frame);
        };
    }

    private AddressesPage.Answer found(Found found, Frame frame) {
        boolean same = found.old().equals(found.now());
        var lines = new ArrayList<Fact>();
        if (!same) {
            lines.add(new Fact(frame.text("agency.address.old"), territory.address(found.old()), ""));
        }
        lines.add(new Fact(
                frame.text("agency.address.now"),
                territory.address(found.now()),
                frame.text("agency.address.number", found.now().code())));
        return new AddressesPage.Answer(
                "",
                territory.address(found.now()),
                frame.text(same ? "agency.address.same" : "agency.address.found"),
                lines,
                List.of(),
                List.of());
    }

    private AddressesPage.Answer divided(Divided divided, Frame frame) {
        return new AddressesPage.Answer(
                "warn",
                frame.text(
                        "agency.address.divided",
                        divided.old().name(),
                        divided.parts().size()),
                frame.text("agency.address.divided.ask"),
                List.of(new Fact(frame.text("agency.address.old"), territory.address(divided.old()), "")),
                divided.parts().stream().map(territory::address).toList(),
                List.of());
    }

    /** A unit of today among them is an answer already; each old one is asked for exactly. */
    private AddressesPage.Answer several(Several several, Frame frame) {
        return new AddressesPage.Answer(
                "warn",
                frame.text("agency.address.several", several.olds().size()),
                frame.text("agency.address.several.ask"),
                several.olds().stream()
                        .filter(unit -> unit.validTo() == null)
                        .map(unit -> new Fact(frame.text("agency.address.now"), territory.address(unit), ""))
                        .toList(),
                List.of(),
                several.olds().stream()
                        .filter(unit -> unit.validTo() != null)
                        .limit(MOST_SHOWN)
                        .map(old -> new Link(territory.address(old), exactly(old)))
                        .toList());
    }

    private AddressesPage.Answer unknown(OldAddress asked, Unknown unknown, Frame frame) {
        var ways = unknown.near().stream()
                .map(near -> new Link(
                        near,
                        switch (unknown.part()) {
                            case PROVINCE -> address(near, asked.district(), asked.commune());
                            case DISTRICT -> address(asked.province(), near, asked.commune());
                            case COMMUNE -> address(asked.province(), asked.district(), near);
                        }))
                .toList();
        var title =
                switch (unknown.part()) {
                    case PROVINCE -> frame.text("agency.address.unknown.province", asked.province());
                    case DISTRICT -> frame.text("agency.address.unknown.district", asked.district());
                    case COMMUNE ->
                        asked.commune().isEmpty()
                                ? frame.text("agency.address.which-commune", asked.district())
                                : frame.text("agency.address.unknown.commune", asked.commune());
                };
        return new AddressesPage.Answer(
                asked.commune().isEmpty() && unknown.part() == Unit.Level.COMMUNE ? "warn" : "bad",
                title,
                frame.text(ways.isEmpty() ? "agency.address.unknown.try" : "agency.address.unknown.near"),
                List.of(),
                List.of(),
                ways);
    }

    private AddressesPage.Answer notImported(NotImported none, Frame frame) {
        var provinces = none.provinces().stream().map(Unit::name).collect(Collectors.joining(", "));
        return new AddressesPage.Answer(
                "warn",
                frame.text("agency.address.not-imported"),
                frame.text("agency.address.not-imported.why"),
                provinces.isEmpty()
                        ? List.of()
                        : List.of(new Fact(frame.text("agency.address.province.now"), provinces, "")),
                List.of(),
                List.of());
    }

    /** The question that only this unit answers. */
    private String exactly(Unit unit) {
        var district = unit.district();
        return address(
                unit.province() == null ? unit.code() : unit.province(), district == null ? "" : district, unit.code());
    }

    private static String address(String province, String district, String commune) {
        return "/addresses?province=" + encoded(province) + "&district=" + encoded(district) + "&commune="
                + encoded(commune);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
