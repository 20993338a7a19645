package vn.motcua.dossier;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offering.Source;
import vn.motcua.catalogue.Offerings;
import vn.motcua.files.FileId;
import vn.motcua.files.Files;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.time.WorkingTime;

/**
 * Says everything that is wrong with a submission at once, each with its field or paper, the rule and what mends it. The
 * check-your-answers page and the act of handing in use the same.
 */
@Component
class SubmissionCheck {

    /** No form asks for more papers than the longest real record has components. */
    private static final int MOST_PAPERS = 200;

    private static final int LONGEST_ADDRESS = 300;

    private final Offerings offerings;
    private final Files files;
    private final People people;
    private final InstantSource clock;

    SubmissionCheck(Offerings offerings, Files files, People people, InstantSource clock) {
        this.offerings = offerings;
        this.files = files;
        this.people = people;
        this.clock = clock;
    }

    /** What will be written, or a refusal with all mistakes. */
    Content checked(Person person, Submission submission) {
        requireLevel(person, submission.offering());
        var mistakes = mistakes(person, submission);
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        return new Content(
                Content.Applicant.of(person), submission.answers(), papers(person, submission), address(submission));
    }

    static void requireLevel(Person person, Offering offering) {
        if (person.level() < offering.assurance()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "dossier.submission.level", offering.assurance(), person.level());
        }
    }

    List<Mistake> mistakes(Person person, Submission submission) {
        var offering = submission.offering();
        if (offering.cases().stream().noneMatch(c -> c.code().equals(submission.caseCode()))) {
            var codes = offering.cases().stream().map(Offering.Case::code).collect(Collectors.joining(", "));
            return List.of(Mistake.of("case", "dossier.submission.case", submission.caseCode(), codes));
        }
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        var mistakes = new ArrayList<>(offering.form().check(submission.answers(), today));
        mistakes.addAll(Prefill.contradictions(person, offering.form(), submission.answers()));
        if (mistakes.isEmpty()) {
            paperMistakes(person, submission, mistakes); // which papers are needed depends on sound answers
        }
        deliveryMistakes(submission, mistakes);
        return mistakes;
    }

    private void paperMistakes(Person person, Submission submission, List<Mistake> mistakes) {
        var given = submission.papers();
        if (given.size() > MOST_PAPERS) {
            mistakes.add(Mistake.of("papers", "dossier.papers.too-many", MOST_PAPERS));
            return;
        }
        var slots = slots(person, submission);
        var offered = submission.offering().caseOf(submission.caseCode()).components().stream()
                .collect(Collectors.toMap(Offering.Component::code, component -> component));
        var ids = given.stream().map(Submission.Given::file).distinct().toList();
        var mine = ids.isEmpty()
                ? Map.<FileId, Boolean>of()
                : files.of(person.id(), ids).stream().collect(Collectors.toMap(file -> file.id(), file -> true));
        var filled = new HashMap<String, Boolean>();
        for (int i = 0; i < given.size(); i++) {
            var paper = given.get(i);
            var component = offered.get(paper.component());
            if (component == null || component.source() != Source.UPLOAD || component.present()) {
                var codes = slots.stream()
                        .filter(slot -> slot.source() == Source.UPLOAD && !slot.present())
                        .map(Offering.Component::code)
                        .collect(Collectors.joining(", "));
                mistakes.add(Mistake.of(
                        "papers[%d].component".formatted(i),
                        "dossier.papers.no-such-component",
                        paper.component(),
                        codes));
            } else if (!mine.containsKey(paper.file())) {
                mistakes.add(Mistake.of("papers[%d].file".formatted(i), "dossier.papers.no-such-file"));
            } else {
                filled.put(paper.component(), true);
            }
        }
        var locale = person.locale();
        for (var slot : slots) {
            if (!slot.required() || slot.present()) {
                continue;
            }
            switch (slot.source()) {
                case FORM -> {}
                case UPLOAD -> {
                    if (!filled.containsKey(slot.code())) {
                        mistakes.add(Mistake.of(
                                "papers." + slot.code(),
                                "dossier.papers.missing",
                                slot.name().in(locale)));
                    }
                }
                case ACCOUNT -> {
                    if (people.portrait(person.id()).isEmpty()) {
                        mistakes.add(Mistake.of("papers." + slot.code(), "dossier.papers.no-portrait"));
                    }
                }
            }
        }
    }

    private void deliveryMistakes(Submission submission, List<Mistake> mistakes) {
        var delivery = submission.delivery();
        if (!submission.offering().deliveries().contains(delivery.way())) {
            var ways =
                    submission.offering().deliveries().stream().map(Enum::name).collect(Collectors.joining(", "));
            mistakes.add(Mistake.of("delivery.way", "dossier.delivery.way", ways));
        }
        var address = address(submission);
        if (delivery.way() == Offering.Way.POST && (address == null || address.isEmpty())) {
            mistakes.add(Mistake.of("delivery.address", "dossier.delivery.address"));
        } else if (address != null && address.length() > LONGEST_ADDRESS) {
            mistakes.add(Mistake.of("delivery.address", "dossier.delivery.address-long", LONGEST_ADDRESS));
        } else if (address != null
                && address.chars().anyMatch(c -> c == '<' || c == '>' || Character.isISOControl(c))) {
            mistakes.add(Mistake.of("delivery.address", "dossier.delivery.address-signs"));
        }
    }

    private static @org.jspecify.annotations.Nullable String address(Submission submission) {
        var address = submission.delivery().address();
        return address == null ? null : java.text.Normalizer.normalize(address.strip(), java.text.Normalizer.Form.NFC);
    }

    /** The papers that this applicant must give or may give. */
    List<Offering.Component> slots(Person person, Submission submission) {
        return offerings.papers(
                submission.offering(),
                submission.caseCode(),
                submission.answers(),
                Map.of("birthYear", person.birthDate().getYear(), "level", person.level()));
    }

    private List<Content.Paper> papers(Person person, Submission submission) {
        var papers = new ArrayList<Content.Paper>();
        for (var slot : slots(person, submission)) {
            if (slot.source() != Source.UPLOAD && !slot.present()) {
                papers.add(new Content.Paper(slot.code(), null, slot.source()));
            }
        }
        for (var given : submission.papers()) {
            papers.add(new Content.Paper(given.component(), given.file(), Source.UPLOAD));
        }
        return papers;
    }
}
