package vn.motcua.dossier.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Draft;
import vn.motcua.dossier.Drafting;
import vn.motcua.dossier.Drafts;
import vn.motcua.form.Asked;
import vn.motcua.form.Form;
import vn.motcua.identity.Person;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Task;

/** The pages of a draft, ready to print. */
@Component
class DraftPages {

    private final Drafting drafting;
    private final Drafts drafts;
    private final InstantSource clock;

    DraftPages(Drafting drafting, Drafts drafts, InstantSource clock) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.clock = clock;
    }

    DraftPage tasks(Person person, UUID id, Frame frame) {
        var opened = drafting.open(person, id);
        var draft = opened.draft();
        var offering = opened.offering();
        var mistakes = drafting.mistakes(person, opened);
        var tasks = new ArrayList<Task>();
        for (var section : offering.form().sections()) {
            if (hasQuestions(section)) {
                tasks.add(task(
                        frame,
                        section.title().in(frame.locale()),
                        href(draft, "/parts/" + section.code()),
                        started(draft, section),
                        ofSection(mistakes, section)));
            }
        }
        boolean answered =
                mistakes.stream().noneMatch(mistake -> mistake.field().startsWith("answers."));
        if (answered) {
            tasks.add(task(
                    frame,
                    frame.text("dossier.draft.papers"),
                    href(draft, "/papers"),
                    !draft.papers().isEmpty(),
                    count(mistakes, "papers")));
        } else {
            tasks.add(new Task(frame.text("dossier.draft.papers"), "", frame.text("dossier.draft.later"), ""));
        }
        tasks.add(task(
                frame,
                frame.text("dossier.draft.delivery"),
                href(draft, "/delivery"),
                draft.delivery() != null,
                draft.delivery() == null ? 1 : count(mistakes, "delivery")));
        boolean ready = mistakes.isEmpty() && draft.delivery() != null;
        tasks.add(new Task(
                frame.text("dossier.draft.check"),
                ready ? href(draft, "/check") : "",
                frame.text(ready ? "dossier.draft.open" : "dossier.draft.later"),
                ready ? "soon" : ""));
        return new DraftPage(
                offering.name().in(frame.locale()),
                offering.agencyName().in(frame.locale()),
                saved(draft, frame),
                tasks,
                next(tasks),
                href(draft, "/removal"));
    }

    QuestionPage question(Person person, UUID id, String part, boolean checked, Frame frame) {
        var opened = drafting.open(person, id);
        var draft = opened.draft();
        var section = section(opened, part);
        var asked = opened.offering().form().sections().stream()
                .filter(DraftPages::hasQuestions)
                .toList();
        var corrections = checked ? Corrections.of(frame, Problem.invalid(check(opened, section))) : Corrections.none();
        return new QuestionPage(
                opened.offering().name().in(frame.locale()),
                section.title().in(frame.locale()),
                frame.text("dossier.question.progress", asked.indexOf(section) + 1, asked.size() + 2),
                saved(draft, frame),
                Asked.known(section, draft.answers(), frame.locale()),
                Asked.on(section, draft.answers(), frame),
                corrections,
                href(draft, "/parts/" + part),
                href(draft, ""));
    }

    /** Saves the part and gives the address of the next one; null where something is to correct. */
    @Nullable
    String answer(Person person, UUID id, String part, Map<String, String[]> parameters) {
        var saved = keep(person, id, part, parameters);
        var opened = drafting.open(person, id);
        if (!check(opened, section(opened, part)).isEmpty()) {
            return null;
        }
        if (parameters.containsKey("back")) {
            return href(saved, "/check");
        }
        var sections = opened.offering().form().sections().stream()
                .filter(DraftPages::hasQuestions)
                .toList();
        int next = sections.indexOf(section(opened, part)) + 1;
        return next < sections.size()
                ? href(saved, "/parts/" + sections.get(next).code())
                : href(saved, "/papers");
    }

    String save(Person person, UUID id, String part, Map<String, String[]> parameters, Frame frame) {
        keep(person, id, part, parameters);
        return frame.text("dossier.draft.saved-at", Formats.time(Formats.here(clock.instant())));
    }

    void remove(Person person, UUID id) {
        drafts.delete(person.id(), id);
    }

    private Draft keep(Person person, UUID id, String part, Map<String, String[]> parameters) {
        var opened = drafting.open(person, id);
        var read = opened.offering().form().read(section(opened, part), parameters);
        var given = new HashMap<String, Object>();
        var cleared = new ArrayList<String>();
        read.forEach((name, value) -> {
            if (value == null) {
                cleared.add(name);
            } else {
                given.put(name, value);
            }
        });
        return drafts.answer(person.id(), id, given, cleared);
    }

    private List<Mistake> check(Drafting.Opened opened, Form.Section section) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        return opened.offering().form().check(section, opened.draft().answers(), today);
    }

    private static Form.Section section(Drafting.Opened opened, String part) {
        return opened.offering().form().section(part).orElseThrow(() -> Problem.notFound("dossier.draft.none"));
    }

    private static boolean hasQuestions(Form.Section section) {
        return section.fields().stream().anyMatch(field -> field.prefill() == null);
    }

    private static boolean started(Draft draft, Form.Section section) {
        return section.fields().stream()
                .anyMatch(field -> field.prefill() == null && draft.answers().containsKey(field.name()));
    }

    private static int ofSection(List<Mistake> mistakes, Form.Section section) {
        return (int) mistakes.stream()
                .filter(mistake -> section.fields().stream()
                        .anyMatch(field -> mistake.field().equals("answers." + field.name())))
                .count();
    }

    private static int count(List<Mistake> mistakes, String field) {
        return (int) mistakes.stream()
                .filter(mistake -> mistake.field().startsWith(field))
                .count();
    }

    private static Task task(Frame frame, String label, String href, boolean started, int mistakes) {
        if (mistakes == 0) {
            return new Task(label, href, frame.text("dossier.draft.done"), "good");
        }
        return started
                ? new Task(label, href, frame.text("dossier.draft.wrong", mistakes), "late")
                : new Task(label, href, frame.text("dossier.draft.empty"), "plain");
    }

    private static String next(List<Task> tasks) {
        return tasks.stream()
                .filter(task -> !task.kind().equals("good") && !task.href().isEmpty())
                .map(Task::href)
                .findFirst()
                .orElse("");
    }

    static String saved(Draft draft, Frame frame) {
        return frame.text(
                "dossier.draft.saved",
                Formats.time(Formats.here(draft.saved())),
                LocalDate.ofInstant(draft.expires(), WorkingTime.ZONE));
    }

    static String href(Draft draft, String rest) {
        return "/drafts/" + draft.id() + rest;
    }
}
