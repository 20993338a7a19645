package vn.motcua.catalogue.national;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering.Channel;
import vn.motcua.time.Limit;
import vn.motcua.time.Limit.Unit;

/** The time limit of each way of handing in: from its number and unit, else out of the sentence beside it, else none. */
final class ReadLimits {

    private static final Pattern IN_PROSE =
            Pattern.compile("(?iu)(\\d{1,3})(?: \\([^)]{1,30}\\))? ?(ngày làm việc|ngày|giờ làm việc|giờ|tháng)");

    private static final Pattern WITHIN = Pattern.compile("(?iu)(thời hạn|tối đa|không quá|trong vòng)");

    private final Source record;
    private final List<Entry> entries;

    /** @param prose what stands beside the number, without the fee */
    record Entry(Channel channel, @Nullable Double time, String unit, String prose, String part) {}

    ReadLimits(Source record, List<Entry> entries) {
        this.record = record;
        this.entries = entries;
    }

    /** By channel; one without a limit that can be read is missing. */
    Map<Channel, Limit> read() {
        var limits = new EnumMap<Channel, Limit>(Channel.class);
        for (var channel : Channel.values()) {
            var mine =
                    entries.stream().filter(entry -> entry.channel() == channel).toList();
            var read = new ArrayList<Limit>();
            for (var entry : mine) {
                var limit = limit(entry);
                if (limit != null) {
                    read.add(limit);
                }
            }
            if (read.isEmpty()) {
                continue;
            }
            if (Set.copyOf(read).size() > 1) {
                record.doubt(
                        mine.getFirst().part(),
                        Doubt.Kind.CHANNEL_TWICE,
                        read.stream().map(ReadLimits::said).collect(Collectors.joining("; ")));
            }
            limits.put(channel, read.stream().reduce(ReadLimits::longer).orElseThrow());
        }
        return limits;
    }

    private @Nullable Limit limit(Entry entry) {
        var time = entry.time();
        var said = inProse(entry.prose());
        if (time == null) {
            return fromProse(entry, said);
        }
        if (time != Math.rint(time) || time < 0 || time > 1_000) {
            record.doubt(entry.part(), Doubt.Kind.LIMIT_AGAINST_TEXT, time + " " + entry.unit());
            return fromProse(entry, said);
        }
        int quantity = time.intValue();
        return switch (entry.unit()) {
            case "WORKING_DAY", "DAY", "HOUR", "MONTH" -> {
                var limit = new Limit(quantity, Unit.valueOf(entry.unit()));
                var contrary =
                        said.stream().anyMatch(other -> other.quantity() == quantity && other.unit() != limit.unit());
                if (contrary && !said.contains(limit)) {
                    record.doubt(entry.part(), Doubt.Kind.LIMIT_AGAINST_TEXT, said(limit) + ": " + entry.prose());
                }
                yield limit;
            }
            default -> withoutUnit(entry, quantity, said);
        };
    }

    /** “1” without a unit means the same day; another number may have its unit in the sentence. */
    private @Nullable Limit withoutUnit(Entry entry, int quantity, Set<Limit> said) {
        record.doubt(entry.part(), Doubt.Kind.LIMIT_WITHOUT_UNIT, quantity + ": " + entry.prose());
        if (quantity <= 1) {
            return new Limit(0, Unit.WORKING_DAY);
        }
        var same = said.stream().filter(limit -> limit.quantity() == quantity).toList();
        return same.size() == 1 ? same.getFirst() : null;
    }

    /** Only where the sentence speaks of a limit and names one single. */
    private @Nullable Limit fromProse(Entry entry, Set<Limit> said) {
        if (said.size() == 1 && WITHIN.matcher(entry.prose()).find()) {
            record.doubt(entry.part(), Doubt.Kind.LIMIT_FROM_PROSE, entry.prose());
            return said.iterator().next();
        }
        record.doubt(entry.part(), Doubt.Kind.LIMIT_ONLY_IN_PROSE, entry.prose());
        return null;
    }

    private static Set<Limit> inProse(String prose) {
        var limits = new LinkedHashSet<Limit>();
        var matcher = IN_PROSE.matcher(prose);
        while (matcher.find()) {
            var unit =
                    switch (matcher.group(2).toLowerCase(java.util.Locale.ROOT)) {
                        case "ngày làm việc" -> Unit.WORKING_DAY;
                        case "giờ làm việc", "giờ" -> Unit.HOUR;
                        case "tháng" -> Unit.MONTH;
                        default -> Unit.DAY;
                    };
            limits.add(new Limit(Integer.parseInt(matcher.group(1)), unit));
        }
        return limits;
    }

    /** As the record would write it. */
    private static String said(Limit limit) {
        return limit.quantity()
                + switch (limit.unit()) {
                    case WORKING_DAY -> " ngày làm việc";
                    case DAY -> " ngày";
                    case HOUR -> " giờ làm việc";
                    case MONTH -> " tháng";
                };
    }

    /** Compared in hours of work, roughly: the longer one is the safe promise. */
    private static Limit longer(Limit a, Limit b) {
        return hours(a) >= hours(b) ? a : b;
    }

    private static double hours(Limit limit) {
        return switch (limit.unit()) {
            case HOUR -> limit.quantity();
            case WORKING_DAY -> limit.quantity() * 8.0;
            case DAY -> limit.quantity() * 8.0 * 5 / 7;
            case MONTH -> limit.quantity() * 8.0 * 22;
        };
    }
}
