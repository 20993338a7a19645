package vn.motcua.catalogue.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedure;
import vn.motcua.signing.Sheet;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Fact;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;
import vn.motcua.web.PublicAddress;
import vn.motcua.web.QrCode;

/** The checklist of a procedure's case, as a page and as a tagged PDF of the same words. */
@Component
class ChecklistPages {

    private final Offerings offerings;
    private final PublicAddress address;
    private final InstantSource clock;

    ChecklistPages(Offerings offerings, PublicAddress address, InstantSource clock) {
        this.offerings = offerings;
        this.address = address;
        this.clock = clock;
    }

    /** @param agency where it is handed in, by code; empty where nobody chose one */
    ChecklistPage page(Procedure procedure, String kase, String agency, Frame frame) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        var words = CaseWords.of(procedure, kase, today, frame);
        var locale = frame.locale();
        var home = "/procedures/" + procedure.code();
        var alternatives = CaseWords.alternatives(procedure);
        var query = query(words.kase().code(), agency);
        var papers = words.papers();
        return new ChecklistPage(
                procedure.name().in(locale),
                procedure.code().value(),
                alternatives.size() == 1 ? "" : words.name(),
                alternatives.stream()
                        .filter(other -> other != words.kase())
                        .map(other ->
                                new Link(other.name().in(locale), home + "/checklist" + query(other.code(), agency)))
                        .toList(),
                frame.text("catalogue.procedure.papers.sets", procedure.sets()),
                papers(papers.stream().filter(paper -> !paper.present()), words),
                papers(papers.stream().filter(Offering.Component::present), words),
                facts(procedure, agency, words),
                frame.text("catalogue.checklist.printed", today),
                address.of(home),
                QrCode.of(address.of(home)),
                home,
                home + "/checklist.pdf" + query);
    }

    private static String query(String kase, String agency) {
        var parts = Stream.of(kase.isEmpty() ? "" : "case=" + kase, agency.isEmpty() ? "" : "agency=" + agency)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static List<ChecklistPage.Paper> papers(Stream<Offering.Component> papers, CaseWords words) {
        var locale = words.frame().locale();
        return papers.map(paper -> new ChecklistPage.Paper(
                        paper.name().in(locale),
                        paper.why() == null ? "" : paper.why().in(locale),
                        words.need(paper),
                        words.copies(paper)))
                .toList();
    }

    private List<Fact> facts(Procedure procedure, String agency, CaseWords words) {
        var frame = words.frame();
        var locale = frame.locale();
        var offering = agency.isEmpty() ? null : here(procedure, agency);
        var facts = new ArrayList<Fact>();
        if (offering != null) {
            facts.add(new Fact(
                    frame.text("catalogue.checklist.unit"),
                    offering.acceptanceUnit().in(locale),
                    ""));
        }
        facts.add(new Fact(
                frame.text("catalogue.check.where"), procedure.receiving().in(locale), ""));
        facts.add(new Fact(
                frame.text("catalogue.procedure.fee"),
                words.fee(),
                procedure.feeNote().in(locale)));
        facts.add(new Fact(
                frame.text("catalogue.procedure.time"), words.limits(), frame.text("catalogue.procedure.time.note")));
        facts.add(new Fact(
                frame.text("catalogue.check.agency"), procedure.authority().in(locale), ""));
        return facts;
    }

    private @Nullable Offering here(Procedure procedure, String agency) {
        return offerings.of(procedure.code()).stream()
                .filter(offering -> offering.agency().value().equals(agency))
                .findFirst()
                .orElse(null);
    }

    byte[] pdf(ChecklistPage page, Frame frame) {
        var sheet = Sheet.of(
                        frame.text("catalogue.checklist.title", page.name()),
                        frame.locale(),
                        page.code() + " · " + page.printed())
                .title(page.name());
        if (!page.kase().isEmpty()) {
            sheet.paragraph(page.kase());
        }
        sheet.heading(frame.text("catalogue.checklist.bring")).note(page.sets());
        table(sheet, page.papers(), frame);
        if (!page.show().isEmpty()) {
            sheet.heading(frame.text("catalogue.checklist.show"));
            table(sheet, page.show(), frame);
        }
        sheet.heading(frame.text("catalogue.checklist.facts"));
        page.facts()
                .forEach(fact -> sheet.row(
                        fact.term(), fact.note().isEmpty() ? fact.value() : fact.value() + "\n" + fact.note()));
        return sheet.qr(page.address(), frame.text("catalogue.checklist.scan", page.address()), page.code())
                .pdf();
    }

    private static void table(Sheet sheet, List<ChecklistPage.Paper> papers, Frame frame) {
        sheet.table(
                List.of(
                        frame.text("catalogue.checklist.have"),
                        frame.text("catalogue.checklist.paper"),
                        frame.text("catalogue.checklist.need"),
                        frame.text("catalogue.checklist.count")),
                papers.stream()
                        .map(paper -> List.of(
                                "[   ]",
                                paper.why().isEmpty() ? paper.name() : paper.name() + "\n" + paper.why(),
                                paper.need(),
                                paper.copies()))
                        .toList(),
                List.of(2, 9, 3, 3));
    }
}
