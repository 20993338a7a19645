package vn.motcua.catalogue.editing;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Publishing;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.catalogue.editing.Decisions.Told;
import vn.motcua.identity.Official;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.WorkingTime;

/** What editors write: a decision's heading and its drafts, for procedures of the agency that promulgates them. */
@Component
public class Drafting {

    /** Drafts of one decision: what one transaction publishes. */
    public static final int MOST_ITEMS = 100;

    /** Characters of one record; the longest in the national database has about a hundred thousand. */
    private static final int MOST_CHARACTERS = 400_000;

    private final Decisions decisions;
    private final Items items;
    private final Publishing publishing;
    private final Agencies agencies;
    private final InstantSource clock;

    Drafting(Decisions decisions, Items items, Publishing publishing, Agencies agencies, InstantSource clock) {
        this.decisions = decisions;
        this.items = items;
        this.publishing = publishing;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** What stands above a decision, as it was typed. */
    public record Heading(String agency, String number, String signed, String title) {}

    /**
     * A form of the editor.
     *
     * @param act {@code save}, {@code add}, or {@code remove}, {@code up}, {@code down} with {@code :} and a row's number
     * @param seen the draft's version that the page showed; {@code token} the form's own
     */
    public record Form(String section, int from, String act, int seen, UUID token, Typed typed) {}

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
    }

    /** Begins a decision. Refuses an agency that the editor does not work for. */
    public Decision begin(Official official, UUID id, Heading heading) {
        Refusals.demandEditor(official);
        var mistakes = new ArrayList<Mistake>();
        var signed = checked(heading, mistakes);
        var agency = agencies(official).stream()
                .filter(mine -> mine.value().equals(heading.agency()))
                .findFirst();
        if (agency.isEmpty()) {
            mistakes.add(Mistake.of("agency", "catalogue.editing.authority", heading.agency()));
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        return decisions.begin(
                official,
                id,
                agency.orElseThrow(),
                heading.number().strip(),
                signed,
                heading.title().strip());
    }

    /** The agencies for which the editor may draft: those of the first level that exist. */
    public List<AgencyCode> agencies(Official official) {
        Refusals.demandEditor(official);
        var today = today();
        return official.agencies().stream()
                .filter(code -> code.value().length() == 3)
                .filter(code -> agencies.find(code)
                        .filter(agency -> agency.existsOn(today))
                        .isPresent())
                .toList();
    }

    /** Changes number, day and title. */
    public void rename(Official official, UUID id, Heading heading) {
        var mistakes = new ArrayList<Mistake>();
        var signed = checked(heading, mistakes);
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        decisions.change(official, id, _ -> {
            decisions.rename(
                    id, heading.number().strip(), signed, heading.title().strip());
            return new Told(Map.of("act", "RENAMED"), "");
        });
    }

    private static LocalDate checked(Heading heading, List<Mistake> mistakes) {
        if (!heading.number().strip().matches("[\\p{L}\\p{N}/.\\- ]{1,60}")) {
            mistakes.add(Mistake.of("number", "catalogue.editing.wrong.number"));
        }
        if (heading.title().isBlank() || heading.title().length() > 500) {
            mistakes.add(Mistake.of("title", "catalogue.editing.wrong.title", 500));
        }
        try {
            return LocalDate.parse(heading.signed().strip());
        } catch (DateTimeException e) {
            mistakes.add(Mistake.of("signed", "catalogue.editing.wrong.day"));
            return LocalDate.EPOCH;
        }
    }

    /** Adds a draft. One that is there already stays as it is. */
    public void add(Official official, UUID id, String code, Item.Kind kind) {
        var procedure = procedure(code);
        decisions.change(official, id, decision -> {
            if (items.find(id, procedure).isPresent()) {
                return Told.NOTHING;
            }
            if (items.of(id).size() >= MOST_ITEMS) {
                throw Problem.invalid("procedure", "catalogue.editing.items.most", MOST_ITEMS);
            }
            items.add(id, first(official, decision, procedure, kind));
            return new Told(Map.of("act", "ADDED", "procedure", procedure, "kind", kind), "");
        });
    }

    private static ProcedureCode procedure(String code) {
        try {
            return ProcedureCode.parse(code);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "procedure", "catalogue.editing.wrong.procedure", code.substring(0, Math.min(40, code.length())));
        }
    }

    private Item first(Official official, Decision decision, ProcedureCode code, Item.Kind kind) {
        var latest = publishing.latest(code);
        if (kind == Item.Kind.NEW ? latest.isPresent() : latest.isEmpty()) {
            throw Problem.invalid(
                    "procedure",
                    latest.isEmpty() ? "catalogue.editing.items.unknown" : "catalogue.editing.items.known",
                    code);
        }
        if (kind == Item.Kind.PROVINCE_VALUE && !decision.isProvinces()) {
            throw Problem.invalid("procedure", "catalogue.editing.items.province");
        }
        latest.ifPresent(procedure -> Authority.demand(official, decision, procedure, kind, agencies, today()));
        var from = latest.map(procedure -> procedure.effectiveFrom().plusDays(1))
                .filter(day -> kind != Item.Kind.PROVINCE_VALUE && day.isAfter(today().plusDays(1)))
                .orElse(today().plusDays(1));
        return new Item(
                code,
                kind,
                latest.map(Procedure::version).orElse(0),
                Blank.of(kind, decision, latest).put("effectiveFrom", from.toString()),
                1,
                null);
    }

    /** Saves a page of a draft, then adds, removes or moves a row. Whatever cannot stand in a record is refused. */
    public void save(Official official, UUID id, ProcedureCode code, Form form) {
        decisions.change(official, id, decision -> {
            var item = items.find(id, code).orElseThrow(Refusals::noSuchDecision);
            if (items.isLast(id, code, form.token())) {
                return Told.NOTHING;
            }
            if (item.version() != form.seen()) {
                throw Refusals.stale();
            }
            var section = Sections.find(item, form.section());
            var read = ReadSection.of(section, item.content(), form.typed(), form.from());
            int row = row(form.act());
            var mistakes = read.mistakes().stream()
                    .filter(mistake -> !form.act().startsWith("remove")
                            || !mistake.field().startsWith(section.list() + "[" + row + "]"))
                    .toList();
            if (!mistakes.isEmpty()) {
                throw Problem.invalid(mistakes);
            }
            if (section.hasList()) {
                arrange(section, read.content(), form.act(), row);
            }
            if (RecordTree.json(read.content()).length() > MOST_CHARACTERS) {
                throw Problem.invalid("", "catalogue.editing.items.long", MOST_CHARACTERS);
            }
            items.save(id, with(item, item.base(), read.content()), form.token());
            return new Told(Map.of("act", "SAVED", "procedure", code), "");
        });
    }

    private static int row(String act) {
        var number = act.substring(act.indexOf(':') + 1);
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) : -1;
    }

    private static void arrange(Section section, ObjectNode content, String act, int row) {
        var rows = section.rows(content);
        if (act.equals("add")) {
            if (rows.size() >= section.most()) {
                throw Problem.invalid("", "catalogue.editing.rows.most", section.most());
            }
            rows.add(Blank.row(section));
        } else if (row >= 0 && row < rows.size()) {
            move(rows, act.substring(0, act.indexOf(':')), row);
        }
        section.keep(content, rows);
    }

    private static void move(ArrayNode rows, String act, int row) {
        switch (act) {
            case "remove" -> rows.remove(row);
            case "up" -> {
                if (row > 0) {
                    rows.insert(row - 1, rows.remove(row));
                }
            }
            case "down" -> {
                if (row + 1 < rows.size()) {
                    rows.insert(row + 1, rows.remove(row));
                }
            }
            default -> {} // only saved
        }
    }

    /** Takes a draft out of the decision. */
    public void remove(Official official, UUID id, ProcedureCode code) {
        decisions.change(official, id, _ -> {
            if (items.find(id, code).isEmpty()) {
                return Told.NOTHING;
            }
            items.remove(id, code);
            return new Told(Map.of("act", "REMOVED", "procedure", code), "");
        });
    }

    /**
     * Puts a draft on the version that was published meanwhile.
     *
     * @param take whether the draft takes over what that version says; otherwise its own words stay
     */
    public void rebase(Official official, UUID id, ProcedureCode code, int seen, boolean take) {
        decisions.change(official, id, decision -> {
            var item = items.find(id, code).orElseThrow(Refusals::noSuchDecision);
            var latest = publishing.latest(code).orElseThrow(Refusals::noSuchDecision);
            if (item.base() == latest.version()) {
                return Told.NOTHING;
            }
            if (item.version() != seen) {
                throw Refusals.stale();
            }
            var content = take
                    ? Blank.of(item.kind(), decision, java.util.Optional.of(latest))
                            .put(
                                    "effectiveFrom",
                                    item.content().path("effectiveFrom").asString(""))
                    : item.content();
            items.save(id, with(item, latest.version(), content), UUID.randomUUID());
            return new Told(Map.of("act", "REBASED", "procedure", code, "base", latest.version()), "");
        });
    }

    private static Item with(Item item, int base, ObjectNode content) {
        return new Item(item.procedure(), item.kind(), base, content, item.version(), item.published());
    }
}
