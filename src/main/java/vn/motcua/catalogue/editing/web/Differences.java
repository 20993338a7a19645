package vn.motcua.catalogue.editing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.editing.Part;
import vn.motcua.catalogue.editing.Section;
import vn.motcua.shared.Vnd;
import vn.motcua.time.Limit;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** Two records side by side: only what differs, by page of the editor, row by row where there are rows. */
final class Differences {

    /** By what the rows of a list are known again; the first that they have. */
    private static final List<String> KEYS = List.of("code", "number", "part", "channel");

    private static final String ORDER = "//order";
    private static final String BETWEEN = " · ";

    private final Frame frame;

    Differences(Frame frame) {
        this.frame = frame;
    }

    /** A place that can differ. */
    private record Place(
            String group,
            String row,
            String label,
            @Nullable String language) {}

    List<DifferencePage.Group> between(
            List<Section> sectionsBefore, ObjectNode before, List<Section> sectionsAfter, ObjectNode after) {
        var old = flat(sectionsBefore, before);
        var now = flat(sectionsAfter, after);
        var places = new LinkedHashMap<String, Place>();
        now.forEach((key, text) -> places.put(key, text.place()));
        old.forEach((key, text) -> places.putIfAbsent(key, text.place()));
        var groups = new LinkedHashMap<String, List<DifferencePage.Line>>();
        places.forEach((key, place) -> {
            var was = old.containsKey(key) ? old.get(key).text() : "";
            var is = now.containsKey(key) ? now.get(key).text() : "";
            if (!was.equals(is) && !(key.endsWith(ORDER) && !areSameRows(was, is))) {
                groups.computeIfAbsent(place.group(), any -> new ArrayList<>())
                        .add(new DifferencePage.Line(
                                place.label(), place.row(), place.language(), Wording.of(was, is)));
            }
        });
        return groups.entrySet().stream()
                .map(group -> new DifferencePage.Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    /** Rows that came or went are told row by row; here only that the same ones stand otherwise. */
    private static boolean areSameRows(String was, String is) {
        return new HashSet<>(List.of(was.split(BETWEEN))).equals(new HashSet<>(List.of(is.split(BETWEEN))));
    }

    private record Said(Place place, String text) {}

    private Map<String, Said> flat(List<Section> sections, ObjectNode content) {
        var flat = new LinkedHashMap<String, Said>();
        for (var section : sections) {
            var group = SectionNames.title(frame, section, content);
            var key = SectionNames.key(section, content);
            section.parts().forEach(part -> put(flat, key, section.noun(), group, "", part, content));
            if (section.hasList()) {
                var names = new ArrayList<String>();
                int number = 0;
                for (var row : section.rows(content)) {
                    number++;
                    var name = name(row, number);
                    while (names.contains(name)) {
                        name = name + " (" + number + ")";
                    }
                    names.add(name);
                    for (var part : section.row()) {
                        put(flat, key + "/" + name, section.noun(), group, shown(section, name), part, row);
                    }
                }
                flat.put(
                        key + ORDER,
                        new Said(
                                new Place(group, "", frame.text("catalogue.editing.difference.order"), null),
                                String.join(
                                        " · ",
                                        names.stream()
                                                .map(name -> shown(section, name))
                                                .toList())));
            }
        }
        return flat;
    }

    private static String name(JsonNode row, int number) {
        for (var key : KEYS) {
            var value = row.path(key).asString("");
            if (!value.isBlank()) {
                return value;
            }
        }
        return String.valueOf(number);
    }

    /** A channel or a province's part by its words, everything else as it is. */
    private String shown(Section section, String name) {
        return section.row().stream()
                .filter(part -> part.options().contains(name))
                .findFirst()
                .map(part -> frame.text(part.words() + name))
                .orElse(name);
    }

    private void put(
            Map<String, Said> flat, String key, String noun, String group, String row, Part part, JsonNode tree) {
        var node = tree;
        for (var step : part.path().split("\\.")) {
            node = node.path(step);
        }
        var label = frame.text("catalogue.editing.part." + noun + "." + part.path());
        if (part.isBilingual()) {
            for (var language : List.of("vi", "en")) {
                var place = new Place(
                        group,
                        row,
                        frame.text("catalogue.editing.in." + language, label),
                        language.equals(frame.locale().getLanguage()) ? null : language);
                flat.put(key + "/" + part.path() + "/" + language, new Said(place, words(node, language)));
            }
        } else {
            flat.put(key + "/" + part.path(), new Said(new Place(group, row, label, null), text(part, node)));
        }
    }

    private static String words(JsonNode node, String language) {
        if (!node.isArray()) {
            return node.path(language).asString("");
        }
        var lines = new ArrayList<String>();
        node.forEach(one -> lines.add(one.path(language).asString("")));
        return String.join("\n", lines);
    }

    private String text(Part part, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return switch (part.kind()) {
            case LINES, PROCEDURES, MANY -> {
                var all = new ArrayList<String>();
                node.forEach(one -> all.add(option(part, one.asString(""))));
                yield String.join(", ", all);
            }
            case FLAG -> frame.text("catalogue.editing.flag." + node.asBoolean(false));
            case ONE -> option(part, node.asString(""));
            case DAY ->
                node.asString("").isEmpty() ? "" : Formats.date(frame.locale(), LocalDate.parse(node.asString("")));
            case WHOLE ->
                part.path().equals("amount")
                        ? Formats.money(frame.locale(), new Vnd(node.asLong(0)))
                        : node.asString("");
            case LIMIT ->
                Formats.limit(
                        frame.locale(),
                        new Limit(
                                node.path("quantity").asInt(0),
                                Limit.Unit.valueOf(node.path("unit").asString("WORKING_DAY"))));
            case LINE, AGENCY, CONDITION, WORDS, WORD_LINES -> Objects.requireNonNull(node.asString(""));
        };
    }

    private String option(Part part, String value) {
        return part.options().contains(value) ? frame.text(part.words() + value) : value;
    }
}
