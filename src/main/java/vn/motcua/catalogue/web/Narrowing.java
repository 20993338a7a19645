package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedure.LifeEvent;
import vn.motcua.web.Frame;

/** The filters beside a list of procedures, with how many each would leave; values of one filter widen, filters narrow. */
final class Narrowing {

    private final Frame frame;
    private final List<Filter> filters;

    private record Filter(String name, Set<String> chosen, Function<Procedure, List<Value>> values) {
        boolean takes(Procedure procedure) {
            return chosen.isEmpty()
                    || values.apply(procedure).stream().anyMatch(value -> chosen.contains(value.code()));
        }
    }

    private record Value(String code, String label) {}

    Narrowing(Frame frame, Set<String> events, Set<String> channels, Set<String> audiences, Set<String> agencies) {
        this.frame = frame;
        this.filters = List.of(
                new Filter("event", events, procedure -> procedure.lifeEvents().stream()
                        .map(event -> new Value(event.name(), frame.text("catalogue.event." + event.name())))
                        .toList()),
                new Filter("channel", channels, procedure -> procedure.channels().stream()
                        .map(channel -> channel.channel().name())
                        .map(code -> new Value(code, frame.text("catalogue.channel." + code)))
                        .toList()),
                new Filter("audience", audiences, procedure -> procedure.audiences().stream()
                        .map(audience -> new Value(
                                audience.name(), frame.text("catalogue.procedure.audience." + audience.name())))
                        .toList()),
                new Filter(
                        "agency",
                        agencies,
                        procedure -> List.of(new Value(
                                procedure.promulgatingAgency().value(),
                                procedure.promulgatingAgencyName().in(frame.locale())))));
    }

    List<Procedure> narrowed(List<Procedure> found) {
        return found.stream()
                .filter(procedure -> filters.stream().allMatch(filter -> filter.takes(procedure)))
                .toList();
    }

    List<SearchPage.Facet> facets(List<Procedure> found) {
        var facets = new ArrayList<SearchPage.Facet>();
        for (var filter : filters) {
            Map<Value, Integer> counts = filter.name().equals("event")
                    ? new TreeMap<>(Comparator.comparing(value -> LifeEvent.valueOf(value.code())))
                    : new LinkedHashMap<>();
            for (var procedure : found) {
                var others = filters.stream().allMatch(other -> other == filter || other.takes(procedure));
                filter.values().apply(procedure).forEach(value -> counts.merge(value, others ? 1 : 0, Integer::sum));
            }
            facets.add(new SearchPage.Facet(
                    frame.text("catalogue.search.filter." + filter.name()),
                    filter.name(),
                    counts.entrySet().stream()
                            .map(entry -> option(filter, entry.getKey(), entry.getValue()))
                            .toList()));
        }
        return facets;
    }

    private static SearchPage.Option option(Filter filter, Value value, int count) {
        var chosen = filter.chosen().contains(value.code());
        return new SearchPage.Option(value.code(), value.label(), count, chosen, count == 0 && !chosen);
    }
}
