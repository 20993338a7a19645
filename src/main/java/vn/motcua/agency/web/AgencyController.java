package vn.motcua.agency.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Territory;
import vn.motcua.agency.Unit;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;
import vn.motcua.web.Fact;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** Who serves: the tree of agencies, and each with its validity, its successors and its communes. */
@Controller
class AgencyController {

    private final Agencies agencies;
    private final Territory territory;

    AgencyController(Agencies agencies, Territory territory) {
        this.agencies = agencies;
        this.territory = territory;
    }

    @GetMapping("/agencies")
    String all(Frame frame, Model model) {
        model.addAttribute(
                "page", new AgenciesPage(items(agencies.ministries(), frame), items(agencies.provinces(), frame)));
        return "agency/agencies";
    }

    @GetMapping("/agencies/{code}")
    String one(@PathVariable String code, Frame frame, Model model) {
        var agency = agency(code);
        var province = agency.province();
        model.addAttribute(
                "page",
                new AgencyPage(
                        agency.name().in(frame.locale()),
                        ended(agency, frame),
                        agencies.successors(agency.code()).stream()
                                .map(successor -> link(successor.agency(), frame))
                                .toList(),
                        facts(agency, frame),
                        above(agency, frame),
                        agencies.children(agency.code()).stream()
                                .map(child -> link(child, frame))
                                .toList(),
                        province != null,
                        province == null
                                ? List.of()
                                : territory.communes(province).stream()
                                        .map(Unit::name)
                                        .toList()));
        return "agency/agency";
    }

    private Agency agency(String code) {
        try {
            return agencies.find(new AgencyCode(code)).orElseThrow(() -> Problem.notFound("agency.unknown"));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("agency.unknown");
        }
    }

    private static List<AgenciesPage.Item> items(List<Agency> agencies, Frame frame) {
        return agencies.stream()
                .map(agency -> new AgenciesPage.Item(
                        address(agency),
                        agency.isProvince()
                                ? agency.place().in(frame.locale())
                                : agency.name().in(frame.locale()),
                        ended(agency, frame)))
                .toList();
    }

    private static String ended(Agency agency, Frame frame) {
        var end = agency.validTo();
        return end == null ? "" : frame.text("agency.ended", Formats.date(frame.locale(), end));
    }

    private List<Fact> facts(Agency agency, Frame frame) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(frame.text("agency.code"), agency.code().value(), ""));
        facts.add(new Fact(frame.text("agency.since"), Formats.date(frame.locale(), agency.validFrom()), ""));
        facts.add(new Fact(frame.text("agency.unit"), agency.unit().in(frame.locale()), ""));
        facts.add(told(frame, "agency.address", agency.address()));
        facts.add(told(frame, "agency.phone", agency.phone()));
        if (agency.province() != null) {
            territory.province(agency.province()).ifPresent(province -> {
                var origins = territory.origins(province);
                if (origins.size() > 1) {
                    var names = origins.stream().map(Unit::name).collect(Collectors.joining(", "));
                    facts.add(new Fact(frame.text("agency.origins"), names, ""));
                }
            });
        }
        return facts;
    }

    /** What nobody has entered yet is said, with the number that always answers. */
    private static Fact told(Frame frame, String key, String value) {
        return value.isBlank()
                ? new Fact(
                        frame.text(key),
                        frame.text("agency.not-entered", frame.portal().hotline()),
                        "")
                : new Fact(frame.text(key), value, "");
    }

    private List<Link> above(Agency agency, Frame frame) {
        var above = new ArrayList<Link>();
        for (var at = agencies.parent(agency.code());
                at.isPresent();
                at = agencies.parent(at.get().code())) {
            above.addFirst(link(at.get(), frame));
        }
        return above;
    }

    private static Link link(Agency agency, Frame frame) {
        return new Link(agency.name().in(frame.locale()), address(agency));
    }

    private static String address(Agency agency) {
        return "/agencies/" + agency.code();
    }
}
