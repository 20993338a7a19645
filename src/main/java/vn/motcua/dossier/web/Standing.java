package vn.motcua.dossier.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.dossier.CaseFile;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.PublicTracking;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Step;
import vn.motcua.identity.People;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.DayStrip;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;
import vn.motcua.web.Passed;

/** Says where a dossier stands, by when what happens, and whether its applicant must act: in this order. */
@Component
class Standing {

    private final DueWhy dueWhy;
    private final People people;
    private final InstantSource clock;

    Standing(DueWhy dueWhy, People people, InstantSource clock) {
        this.dueWhy = dueWhy;
        this.people = people;
        this.clock = clock;
    }

    TrackingPage page(CaseFile file, Frame frame) {
        var dossier = file.dossier();
        var papers = new ArrayList<Link>();
        papers.add(paper(dossier, "acknowledgement", frame));
        if (dossier.finance() == Dossier.Finance.PAID) {
            papers.add(paper(dossier, "receipt", frame));
        }
        if (dossier.times().accepted() != null) {
            papers.add(paper(dossier, "form-01", frame));
        }
        if (dossier.result() != null) {
            papers.add(paper(dossier, "result", frame));
        }
        var messages = file.messages().stream()
                .map(message -> new TrackingPage.Said(
                        message.subject().isEmpty()
                                ? message.text()
                                : message.subject(), // a text message has no subject
                        message.channel() + " · " + Formats.moment(frame.locale(), message.at())))
                .toList();
        return page(
                new Subject(dossier, file.offering(), file.applicant().fullName(), file.steps(), true),
                papers,
                messages,
                frame);
    }

    TrackingPage page(PublicTracking found, Frame frame) {
        return page(
                new Subject(found.dossier(), found.offering(), found.initials(), found.steps(), false),
                List.of(),
                List.of(),
                frame);
    }

    /** @param whole whether its applicant looks, or somebody with code and secret, who sees no names and no papers */
    private record Subject(Dossier dossier, Offering offering, String applicant, List<Step> steps, boolean whole) {}

    private TrackingPage page(Subject subject, List<Link> papers, List<TrackingPage.Said> messages, Frame frame) {
        var dossier = subject.dossier();
        var now = clock.instant();
        var deadline = dueWhy.deadline(dossier, subject.offering());
        boolean open = dossier.status().clockRuns();
        boolean pay = subject.whole() && dossier.finance() == Dossier.Finance.DUE;
        boolean take = subject.whole() && dossier.result() != null;
        return new TrackingPage(
                frame.text(subject.whole() ? "dossier.mine.title" : "dossier.track.title"),
                subject.whole() ? "/dossiers" : "/track",
                subject.offering().name().in(frame.locale()),
                dossier.code().value(),
                subject.applicant(),
                subject.offering().agencyName().in(frame.locale()),
                tag(dossier, frame),
                kind(dossier, now),
                frame.text(
                        "dossier.track.updated",
                        Formats.moment(frame.locale(), dossier.change().at())),
                date(dossier, frame),
                sentence(dossier, frame),
                pay
                        ? "/obligations/" + dossier.obligation()
                        : take ? "/dossiers/" + dossier.code() + "/documents/result" : "",
                pay ? frame.text("dossier.track.pay") : take ? frame.text("dossier.track.take") : "",
                open && deadline.isPresent()
                        ? DayStrip.of(frame, deadline.get(), LocalDate.ofInstant(now, WorkingTime.ZONE))
                        : null,
                limit(dossier, subject.offering(), frame),
                passed(subject, frame),
                papers,
                messages);
    }

    String tag(Dossier dossier, Frame frame) {
        var name = frame.text(dossier.status().nameKey());
        if (dossier.status() == Status.NEWLY_REGISTERED && dossier.finance() == Dossier.Finance.DUE) {
            return frame.text("dossier.track.tag.due");
        }
        return dossier.isLate(clock.instant()) ? frame.text("dossier.track.tag.late", name) : name;
    }

    static String kind(Dossier dossier, Instant now) {
        return switch (dossier.status()) {
            case NEWLY_REGISTERED, ACCEPTED, IN_PROCESS ->
                dossier.isLate(now) ? "late" : dossier.finance() == Dossier.Finance.DUE ? "soon" : "good";
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS, OBLIGATION_REQUESTED -> "soon";
            case FINISHED, DELIVERED -> "good";
            case NOT_ACCEPTED -> "late";
            case DRAFT, WITHDRAWN, STOPPED -> "";
        };
    }

    private static String date(Dossier dossier, Frame frame) {
        var times = dossier.times();
        return switch (dossier.status()) {
            case NEWLY_REGISTERED -> moment("dossier.track.date.answer", times.acknowledgeBy(), frame);
            case ACCEPTED, IN_PROCESS -> moment("dossier.track.date.due", times.due(), frame);
            case FINISHED, DELIVERED -> moment("dossier.track.date.finished", times.finished(), frame);
            default -> "";
        };
    }

    private static String moment(String key, @Nullable Instant at, Frame frame) {
        return at == null ? "" : frame.text(key, Formats.moment(frame.locale(), at));
    }

    private static String sentence(Dossier dossier, Frame frame) {
        if (dossier.finance() == Dossier.Finance.DUE) {
            return frame.text("dossier.track.sentence.due");
        }
        return frame.text("dossier.track.sentence."
                + dossier.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    private static String limit(Dossier dossier, Offering offering, Frame frame) {
        var limit = offering.caseOf(dossier.caseCode()).limits().get(Offering.Channel.ONLINE);
        return limit == null ? "" : frame.text("dossier.track.basis", Formats.limit(frame.locale(), limit));
    }

    private List<Passed> passed(Subject subject, Frame frame) {
        var passed = new ArrayList<Passed>();
        var steps = subject.steps();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            boolean last = i == steps.size() - 1 && subject.dossier().status().isOpen();
            passed.add(new Passed(
                    frame.text(step.nameKey()),
                    last ? "now" : "",
                    Formats.moment(frame.locale(), step.entered()),
                    Formats.here(step.entered()).toString(),
                    subject.whole() ? CaseFile.official(people, step.actor()) : "",
                    null));
        }
        if (subject.dossier().status().isOpen()) {
            passed.add(new Passed(frame.text("dossier.track.step.result"), "next", "", "", "", null));
        }
        return passed;
    }

    private static Link paper(Dossier dossier, String document, Frame frame) {
        return new Link(
                frame.text("dossier.document." + document), "/dossiers/" + dossier.code() + "/documents/" + document);
    }
}
