package vn.motcua.catalogue.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offering.Channel;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedure;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** The comparison of the ways of handing in. What the record does not say, the page says that it does not. */
@Component
class ChannelsPages {

    private final Offerings offerings;
    private final InstantSource clock;

    ChannelsPages(Offerings offerings, InstantSource clock) {
        this.offerings = offerings;
        this.clock = clock;
    }

    ChannelsPage page(Procedure procedure, String kase, Frame frame) {
        var words = CaseWords.of(procedure, kase, LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE), frame);
        var locale = frame.locale();
        var home = "/procedures/" + procedure.code();
        var alternatives = CaseWords.alternatives(procedure);
        var here = CaseWords.chosen(offerings.of(procedure.code()), "");
        var query = words.kase().code().isEmpty() ? "" : "?case=" + words.kase().code();
        var checklist = new Link(frame.text("catalogue.check.print"), home + "/checklist" + query);
        return new ChannelsPage(
                procedure.name().in(locale),
                alternatives.size() == 1 ? "" : words.name(),
                alternatives.stream()
                        .filter(other -> other != words.kase())
                        .map(other -> new Link(other.name().in(locale), home + "/channels?case=" + other.code()))
                        .toList(),
                words.channels().stream()
                        .map(channel -> words.channel(channel.channel()))
                        .toList(),
                new Compared(words, here).rows(),
                here == null ? checklist : new Link(frame.text("catalogue.compare.start"), home + query),
                here == null ? new Link(frame.text("catalogue.check.read"), home) : checklist,
                home);
    }

    /** One answer for each way, question by question. */
    private record Compared(CaseWords words, @Nullable Offering here) {

        List<ChannelsPage.Row> rows() {
            return List.of(
                    row("catalogue.procedure.time", channel -> List.of(words.limit(channel.channel()))),
                    row("catalogue.procedure.fee", this::fee),
                    row("catalogue.compare.visits", channel -> List.of(visits(channel.channel()))),
                    row("catalogue.compare.papers", channel -> List.of(papers(channel.channel()))),
                    row("catalogue.check.where", channel -> List.of(where(channel.channel()))),
                    row("catalogue.procedure.result", channel -> List.of(result(channel.channel()))),
                    row(
                            "catalogue.procedure.todo",
                            channel -> List.of(channel.todo().in(words.frame().locale()))),
                    row("catalogue.compare.good", channel -> List.of(good(channel.channel()))));
        }

        private ChannelsPage.Row row(String key, Function<Procedure.Channel, List<String>> answer) {
            return new ChannelsPage.Row(
                    text(key), words.channels().stream().map(answer).toList());
        }

        private List<String> fee(Procedure.Channel channel) {
            var lines = new ArrayList<String>();
            lines.add(words.fee(channel.channel()));
            lines.addAll(words.feeEnds(channel.channel()));
            lines.addAll(words.feeComing(channel.channel()));
            return lines;
        }

        private String visits(Channel channel) {
            return switch (channel) {
                case ONLINE ->
                    here == null
                            ? text("catalogue.compare.visits.unknown")
                            : text(
                                    here.presence()
                                            ? "catalogue.compare.visits.presence"
                                            : byItself()
                                                    ? "catalogue.compare.visits.none"
                                                    : "catalogue.compare.visits.collect");
                case DIRECT ->
                    text(sameDay(channel) ? "catalogue.compare.visits.one" : "catalogue.compare.visits.counter");
                case POSTAL -> text("catalogue.compare.visits.postal");
            };
        }

        private boolean sameDay(Channel channel) {
            var limit = words.limitOn(channel);
            return limit != null && limit.quantity() == 0;
        }

        /** Whether the result can come without a visit. */
        private boolean byItself() {
            return here != null
                    && here.deliveries().stream()
                            .anyMatch(way -> way == Offering.Way.ONLINE || way == Offering.Way.POST);
        }

        private String papers(Channel channel) {
            var papers = words.papers();
            int originals =
                    papers.stream().mapToInt(Offering.Component::originals).sum();
            int copies = papers.stream().mapToInt(Offering.Component::copies).sum();
            if (channel == Channel.ONLINE) {
                long uploads = papers.stream()
                        .filter(paper -> paper.source() == Offering.Source.UPLOAD && !paper.present())
                        .count();
                return text("catalogue.compare.papers.online", uploads);
            }
            return originals + copies == 0
                    ? text("catalogue.compare.papers.unknown", papers.size())
                    : text(
                            "catalogue.compare.papers.paper",
                            originals,
                            copies,
                            words.procedure().sets());
        }

        private String where(Channel channel) {
            var receiving = words.procedure().receiving().in(words.frame().locale());
            return channel == Channel.ONLINE && here != null ? text("catalogue.compare.where.here") : receiving;
        }

        private String result(Channel channel) {
            if (here == null) {
                return text("catalogue.compare.result.unknown");
            }
            return here.deliveries().stream()
                    .filter(way -> channel == Channel.ONLINE || way != Offering.Way.ONLINE)
                    .map(way -> text("catalogue.compare.result." + way))
                    .collect(Collectors.joining("; "));
        }

        private String good(Channel channel) {
            return channel == Channel.ONLINE && here != null
                    ? text("catalogue.compare.good.account", here.assurance())
                    : text("catalogue.compare.good." + channel);
        }

        private String text(String key, Object... args) {
            return words.frame().text(key, args);
        }
    }
}
