package vn.motcua.catalogue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedure.LifeEvent;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.web.Frame;

/** The filters beside a list of procedures, with how many each would leave; values of one filter widen, filters narrow. */
final class Narrowing {

    /** More values than these are behind “more”; the most frequent ones come first. */
    private static final int SHOWN_OPTIONS = 8;

    private static final int MAX_OPTIONS = 200;

    private final Frame frame;
    private final Asked asked;
    private final List<Filter> filters;

    /** The values chosen, by filter. Unknown ones fit nothing. */
    record Asked(
            Set<String> event,
            Set<String> field,
            Set<String> level,
            Set<String> audience,
            Set<String> agency,
            Set<String> channel) {

        Asked {
            event = chosen(event);
            field = chosen(field);
            level = chosen(level);
            audience = chosen(audience);
            agency = chosen(agency);
            channel = chosen(channel);
        }

        /** What an address does not name is null; an empty value chooses nothing. */
        private static Set<String> chosen(Set<String> values) {
            return values == null
                    ? Set.of()
                    : values.stream().filter(value -> !value.isBlank()).collect(Collectors.toCollection(TreeSet::new));
        }

        boolean isEmpty() {
            return event.isEmpty()
                    && field.isEmpty()
                    && level.isEmpty()
                    && audience.isEmpty()
                    && agency.isEmpty()
                    && channel.isEmpty();
        }
    }

    private record Filter(
            String name,
            Set<String> chosen,
            Function<ProcedureLine, List<String>> values,
            Function<String, String> label) {

        boolean takes(ProcedureLine line) {
            return chosen.isEmpty() || values.apply(line).stream().anyMatch(chosen::contains);
        }
    }

    Narrowing(Frame frame, Asked asked, Offerings offerings) {
        this.frame = frame;
        this.asked = asked;
        Function<String, Function<String, String>> named = key -> value -> frame.text(key + "." + value);
        this.filters = List.of(
                new Filter("event", asked.event(), line -> names(line.lifeEvents()), named.apply("catalogue.event")),
                new Filter("field", asked.field(), line -> List.of(field(line)), value -> value),
                new Filter(
                        "level",
                        asked.level(),
                        line -> List.of(String.valueOf(offerings.level(line.code()))),
                        named.apply("catalogue.level")),
                new Filter(
                        "audience",
                        asked.audience(),
                        line -> names(line.audiences()),
                        named.apply("catalogue.procedure.audience")),
                new Filter(
                        "agency",
                        asked.agency(),
                        line -> List.of(line.promulgatingAgency().value()),
                        value -> value),
                new Filter(
                        "channel", asked.channel(), line -> names(line.channels()), named.apply("catalogue.channel")));
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    /** A field is known by its Vietnamese name: the sources give most of them no code. */
    static String field(ProcedureLine line) {
        return line.field().name().vi();
    }

    List<ProcedureLine> narrowed(List<ProcedureLine> found) {
        return asked.isEmpty()
                ? found
                : found.stream()
                        .filter(line -> filters.stream().allMatch(filter -> filter.takes(line)))
                        .toList();
    }

    List<SearchPage.Facet> facets(List<ProcedureLine> found) {
        var labels = labels(found);
        var facets = new ArrayList<SearchPage.Facet>();
        for (var filter : filters) {
            var counts = new HashMap<String, Integer>();
            for (var line : found) {
                var others =
                        asked.isEmpty() || filters.stream().allMatch(other -> other == filter || other.takes(line));
                filter.values().apply(line).forEach(value -> counts.merge(value, others ? 1 : 0, Integer::sum));
            }
            if (!counts.isEmpty()) {
                facets.add(facet(filter, counts, labels));
            }
        }
        return facets;
    }

    /** Agencies and fields in the language of the page; the first line that names one decides. */
    private Map<String, String> labels(List<ProcedureLine> found) {
        var labels = new HashMap<String, String>();
        for (var line : found) {
            labels.putIfAbsent(
                    line.promulgatingAgency().value(),
                    line.promulgatingAgencyName().in(frame.locale()));
            if (!frame.vietnamese() && !line.field().name().en().isBlank()) {
                labels.put(field(line), line.field().name().en());
            }
        }
        return labels;
    }

    private SearchPage.Facet facet(Filter filter, Map<String, Integer> counts, Map<String, String> labels) {
        Comparator<Map.Entry<String, Integer>> order =
                switch (filter.name()) {
                    case "event" -> Comparator.comparing(entry -> LifeEvent.valueOf(entry.getKey()));
                    case "level" -> Map.Entry.comparingByKey(Comparator.reverseOrder());
                    default ->
                        Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey);
                };
        var options = counts.entrySet().stream()
                .sorted(order)
                .limit(MAX_OPTIONS)
                .map(entry -> option(filter, entry.getKey(), entry.getValue(), labels))
                .toList();
        int first = filter.name().equals("event") ? options.size() : Math.min(SHOWN_OPTIONS, options.size());
        return new SearchPage.Facet(
                frame.text("catalogue.search.filter." + filter.name()),
                filter.name(),
                options.subList(0, first),
                options.subList(first, options.size()),
                options.stream().skip(first).anyMatch(SearchPage.Option::chosen));
    }

    private static SearchPage.Option option(Filter filter, String value, int count, Map<String, String> labels) {
        var chosen = filter.chosen().contains(value);
        var label = labels.getOrDefault(value, filter.label().apply(value));
        return new SearchPage.Option(value, label, count, chosen, count == 0 && !chosen);
    }

    /** The chosen filters, each with the address of the same list without it. */
    List<SearchPage.Chip> chips(String base, List<ProcedureLine> found) {
        var labels = labels(found);
        var chips = new ArrayList<SearchPage.Chip>();
        for (var filter : filters) {
            for (var value : filter.chosen()) {
                if (value.length() <= 200) {
                    chips.add(new SearchPage.Chip(
                            labels.getOrDefault(value, label(filter, value)), base + query(filter.name(), value)));
                }
            }
        }
        return chips;
    }

    /** A value that nobody has, from a hand-made address, is shown as it came. */
    private static String label(Filter filter, String value) {
        var label = filter.label().apply(value);
        return label.startsWith("catalogue.") ? value : label;
    }

    /** The chosen filters as they stand in an address, each with its {@code &}; without one value if it is named. */
    String query(String withoutName, String withoutValue) {
        return filters.stream()
                .flatMap(filter -> filter.chosen().stream()
                        .filter(value -> !filter.name().equals(withoutName) || !value.equals(withoutValue))
                        .map(value -> "&" + filter.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining());
    }
}
