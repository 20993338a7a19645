package vn.motcua.catalogue.editing;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.form.Condition;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.ProcedureCode;

/**
 * Reads a page of the editor into the record: only the fields that the page has, cleaned of what nobody sees. What cannot
 * stand in a record (a day that is none, an amount below nothing) is a mistake at its field; what is missing may be missing
 * in a draft.
 */
final class ReadSection {

    private static final int MOST_LINES = 100;
    private static final String INVISIBLE = "[\\p{Cf}&&[^\\u200C\\u200D]]|[\\p{Cc}&&[^\\n\\t]]";

    private final Typed typed;
    private final List<Mistake> mistakes = new ArrayList<>();

    private ReadSection(Typed typed) {
        this.typed = typed;
    }

    /** The record with what was typed, as far as it can stand there. */
    record Read(ObjectNode content, List<Mistake> mistakes) {}

    /** @param from the first row of the list that the page showed */
    static Read of(Section section, ObjectNode content, Typed typed, int from) {
        var read = new ReadSection(typed);
        var next = content.deepCopy();
        section.parts().forEach(part -> read.put(next, part.path(), part));
        if (section.hasList()) {
            var rows = section.rows(next);
            for (int i = from; i < Math.min(rows.size(), from + Section.ROWS); i++) {
                if (rows.get(i) instanceof ObjectNode row) {
                    for (var part : section.row()) {
                        read.put(row, section.name(i, part), part);
                    }
                }
            }
            section.keep(next, rows);
        }
        return new Read(next, List.copyOf(read.mistakes));
    }

    private void put(ObjectNode tree, String name, Part part) {
        var value =
                switch (part.kind()) {
                    case WORDS -> words(name, part);
                    case WORD_LINES -> wordLines(name, part);
                    case LINES -> lines(name, part);
                    case PROCEDURES -> procedures(name, part);
                    case MANY -> many(name, part);
                    case FLAG -> tree.booleanNode(!typed.many(name).isEmpty());
                    case LIMIT -> limit(name, part);
                    case WHOLE -> whole(name, part);
                    case DAY -> day(name);
                    case ONE -> one(name, part);
                    case AGENCY -> agency(name);
                    case CONDITION -> condition(name, part);
                    case LINE ->
                        text(name, part).isEmpty() && part.optional() ? null : tree.stringNode(text(name, part));
                };
        Paths.set(tree, part.path(), value);
    }

    private @Nullable JsonNode words(String name, Part part) {
        var vi = clean(name + ".vi", part);
        var en = clean(name + ".en", part);
        if (part.optional() && vi.isEmpty() && en.isEmpty() && part.path().equals("why") && !name.startsWith("fees")) {
            return null;
        }
        return RecordTree.empty().put("vi", vi).put("en", en);
    }

    private JsonNode wordLines(String name, Part part) {
        var vi = clean(name + ".vi", part)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        var en = clean(name + ".en", part)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        var list = RecordTree.empty().putArray("list");
        if (vi.size() > MOST_LINES || !en.isEmpty() && en.size() != vi.size()) {
            wrong(name + ".en", "catalogue.editing.wrong.lines", vi.size(), MOST_LINES);
            return list;
        }
        for (int i = 0; i < vi.size(); i++) {
            list.addObject()
                    .put("vi", vi.get(i).strip())
                    .put("en", en.isEmpty() ? "" : en.get(i).strip());
        }
        return list;
    }

    private JsonNode lines(String name, Part part) {
        var list = RecordTree.empty().putArray("list");
        for (var line : clean(name).split("[\\n,;]")) {
            var word = line.strip();
            if (word.length() > part.max() || list.size() >= MOST_LINES) {
                wrong(name, "catalogue.editing.wrong.list", part.max(), MOST_LINES);
                break;
            }
            if (!word.isEmpty()) {
                list.add(word);
            }
        }
        return list;
    }

    private JsonNode procedures(String name, Part part) {
        var list = RecordTree.empty().putArray("list");
        for (var line : clean(name).split("[\\s,;]+")) {
            try {
                if (!line.isEmpty() && list.size() < MOST_LINES) {
                    list.add(ProcedureCode.parse(line).value());
                }
            } catch (IllegalArgumentException e) {
                wrong(name, "catalogue.editing.wrong.procedure", shortened(line));
            }
        }
        return list;
    }

    private JsonNode many(String name, Part part) {
        var list = RecordTree.empty().putArray("list");
        for (var option : part.options()) {
            if (typed.many(name).contains(option)) {
                list.add(option);
            }
        }
        return list;
    }

    private @Nullable JsonNode limit(String name, Part part) {
        var quantity = clean(name + ".quantity").strip();
        var unit = typed.one(name + ".unit");
        if (quantity.isEmpty()) {
            return null;
        }
        if (!quantity.matches("\\d{1,4}")
                || Integer.parseInt(quantity) > 1_000
                || !part.options().contains(unit)) {
            wrong(name + ".quantity", "catalogue.editing.wrong.limit");
            return null;
        }
        return RecordTree.empty().put("quantity", Integer.parseInt(quantity)).put("unit", unit);
    }

    private @Nullable JsonNode whole(String name, Part part) {
        var number = clean(name).strip().replace(".", "").replace(" ", "");
        if (number.isEmpty()) {
            return part.optional() ? null : RecordTree.empty().numberNode(0);
        }
        if (number.startsWith("-")) {
            wrong(name, "catalogue.editing.wrong.negative");
            return null;
        }
        if (!number.matches("\\d{1,15}") || Long.parseLong(number) > part.max()) {
            wrong(name, "catalogue.editing.wrong.whole", part.max());
            return null;
        }
        return RecordTree.empty().numberNode(Long.parseLong(number));
    }

    private @Nullable JsonNode day(String name) {
        var day = clean(name).strip();
        if (day.isEmpty()) {
            return null;
        }
        try {
            var read = LocalDate.parse(day);
            if (read.getYear() >= 1945 && read.getYear() <= 2200) {
                return RecordTree.empty().stringNode(read.toString());
            }
        } catch (DateTimeException e) {
            // said below
        }
        wrong(name, "catalogue.editing.wrong.day");
        return null;
    }

    private @Nullable JsonNode one(String name, Part part) {
        var chosen = typed.one(name);
        if (!part.options().contains(chosen)) {
            wrong(name, "catalogue.editing.wrong.choice");
            return null;
        }
        return RecordTree.empty().stringNode(chosen);
    }

    private @Nullable JsonNode agency(String name) {
        var code = clean(name).strip();
        if (code.isEmpty()) {
            return null;
        }
        try {
            return RecordTree.empty().stringNode(new AgencyCode(code).value());
        } catch (IllegalArgumentException e) {
            wrong(name, "catalogue.editing.wrong.agency", shortened(code));
            return null;
        }
    }

    private @Nullable JsonNode condition(String name, Part part) {
        var rule = text(name, part);
        if (rule.isEmpty()) {
            return null;
        }
        try {
            Condition.of(rule);
        } catch (IllegalArgumentException e) {
            wrong(name, "catalogue.editing.wrong.condition");
        }
        return RecordTree.empty().stringNode(rule);
    }

    private String text(String name, Part part) {
        return clean(name, part).replaceAll("\\s+", " ");
    }

    private String clean(String name, Part part) {
        var text = clean(name);
        if (text.length() > part.max()) {
            wrong(name, "catalogue.editing.wrong.long", part.max(), text.length());
        }
        return text;
    }

    /** NFC, with plain line ends, without marks that nobody sees. */
    private String clean(String name) {
        return Normalizer.normalize(typed.one(name), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll(INVISIBLE, "")
                .strip();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private void wrong(String field, String code, Object... args) {
        mistakes.add(Mistake.of(field, code, args));
    }
}
