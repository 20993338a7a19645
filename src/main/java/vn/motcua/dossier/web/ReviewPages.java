package vn.motcua.dossier.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.dossier.Answers;
import vn.motcua.dossier.CaseFile;
import vn.motcua.dossier.Documents;
import vn.motcua.dossier.Dossier;
import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.identity.People;
import vn.motcua.shared.Problem;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Corrections;
import vn.motcua.web.DayStrip;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Given;
import vn.motcua.web.Link;
import vn.motcua.web.Passed;

/** One dossier as an official sees it. */
@Component
class ReviewPages {

    private final Standing standing;
    private final Documents documents;
    private final People people;
    private final DueWhy dueWhy;
    private final InstantSource clock;

    ReviewPages(Standing standing, Documents documents, People people, DueWhy dueWhy, InstantSource clock) {
        this.standing = standing;
        this.documents = documents;
        this.people = people;
        this.dueWhy = dueWhy;
        this.clock = clock;
    }

    ReviewPage page(Official official, CaseFile file, @Nullable UUID shown, Corrections corrections, Frame frame) {
        var dossier = file.dossier();
        var address = "/work/dossiers/" + dossier.code();
        var due = dossier.times().due();
        return new ReviewPage(
                WorkPages.who(official),
                file.offering().name().in(frame.locale()) + " · "
                        + file.applicant().fullName(),
                dossier.code().value(),
                file.offering().agencyName().in(frame.locale()),
                standing.tag(dossier, frame),
                Standing.kind(dossier, dossier.change().at()),
                due == null ? "" : frame.text("dossier.track.date.due", Formats.moment(frame.locale(), due)),
                days(file, frame),
                papers(file, shown, address, frame),
                viewer(file, shown, address, frame),
                data(file, frame),
                acts(official, dossier, address, frame),
                history(file, frame),
                documents(dossier, address, frame),
                dossier.change().at().toString(),
                "",
                corrections);
    }

    private @Nullable DayStrip days(CaseFile file, Frame frame) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        return dueWhy.deadline(file.dossier(), file.offering())
                .map(deadline -> DayStrip.of(frame, deadline, today))
                .orElse(null);
    }

    byte[] document(Dossier dossier, String name) {
        var kind =
                switch (name) {
                    case "form-01" -> Documents.Kind.FORM_01;
                    case "result" -> Documents.Kind.RESULT;
                    default -> throw Problem.notFound("dossier.document.none");
                };
        return documents.pdf(dossier, kind).orElseThrow(() -> Problem.notFound("dossier.document.none"));
    }

    private static List<ReviewPage.Paper> papers(CaseFile file, @Nullable UUID shown, String address, Frame frame) {
        return file.papers().stream()
                .map(paper -> {
                    var stored = paper.file();
                    return new ReviewPage.Paper(
                            paper.component().name().in(frame.locale()),
                            stored == null ? "" : stored.name(),
                            stored == null
                                    ? frame.text("dossier.paper.source."
                                            + paper.component().source())
                                    : frame.text("dossier.papers.state." + stored.state()),
                            stored == null || stored.state() == vn.motcua.files.StoredFile.State.CLEAN
                                    ? "good"
                                    : "soon",
                            stored == null ? "" : address + "?paper=" + stored.id(),
                            stored != null && stored.id().value().equals(shown));
                })
                .toList();
    }

    private static ReviewPage.Viewer viewer(CaseFile file, @Nullable UUID shown, String address, Frame frame) {
        for (var paper : file.papers()) {
            var stored = paper.file();
            if (stored != null && (shown == null || stored.id().value().equals(shown))) {
                var link = address + "/papers/" + stored.id();
                return new ReviewPage.Viewer(
                        paper.component().name().in(frame.locale()),
                        stored.name(),
                        stored.mediaType().startsWith("image/") ? link : "",
                        link);
            }
        }
        return ReviewPage.Viewer.EMPTY;
    }

    private static List<Given> data(CaseFile file, Frame frame) {
        var lines = new ArrayList<Given>();
        for (var section : file.offering().form().sections()) {
            for (var field : section.fields()) {
                var answer = file.answers().get(field.name());
                if (answer != null) {
                    lines.add(Given.fixed(
                            field.label().in(frame.locale()),
                            Answers.shown(frame.locale(), field, answer),
                            field.prefill() == null ? "" : frame.text("dossier.work.from-account")));
                }
            }
        }
        return lines;
    }

    private List<ReviewPage.Act> acts(Official official, Dossier dossier, String address, Frame frame) {
        var acts = new ArrayList<ReviewPage.Act>();
        for (var act : WorkPages.possible(official, dossier)) {
            var duty = act.equals("assignment") ? Duty.HANDLER : act.equals("forwarding") ? Duty.LEADER : null;
            acts.add(new ReviewPage.Act(
                    address + "/" + act,
                    frame.text("dossier.work.act." + act),
                    frame.text("dossier.work.act." + act + ".text"),
                    acts.isEmpty(),
                    duty == null ? List.of() : colleagues(dossier, duty),
                    duty != null || act.equals("approval") || act.equals("return"),
                    act.equals("approval"),
                    act.equals("delivery") ? ways(dossier, frame) : List.of()));
        }
        return acts;
    }

    private List<Link> colleagues(Dossier dossier, Duty duty) {
        return people.officials(dossier.agency(), duty).stream()
                .map(official -> new Link(official.fullName(), official.userName()))
                .toList();
    }

    /** The applicant's wish first. */
    private static List<Link> ways(Dossier dossier, Frame frame) {
        return Arrays.stream(Way.values())
                .sorted(java.util.Comparator.comparing(way -> way != dossier.deliveryWay()))
                .map(way -> new Link(frame.text("dossier.way." + way), way.name()))
                .toList();
    }

    private List<Passed> history(CaseFile file, Frame frame) {
        return file.steps().stream()
                .map(step -> new Passed(
                        frame.text(step.nameKey()),
                        "",
                        Formats.moment(frame.locale(), step.entered()),
                        Formats.here(step.entered()).toString(),
                        CaseFile.official(people, step.actor()),
                        null))
                .toList();
    }

    private List<Link> documents(Dossier dossier, String address, Frame frame) {
        var links = new ArrayList<Link>();
        if (dossier.times().accepted() != null) {
            links.add(new Link(frame.text("dossier.document.form-01"), address + "/documents/form-01"));
        }
        if (dossier.result() != null) {
            links.add(new Link(frame.text("dossier.document.result"), address + "/documents/result"));
        }
        return links;
    }
}
