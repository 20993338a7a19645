package vn.motcua.catalogue.national;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering.Channel;
import vn.motcua.catalogue.Procedure.Fee;
import vn.motcua.shared.Text;
import vn.motcua.shared.Vnd;

/**
 * The fees of a record. An amount is taken only where number and sentence agree; in all other cases the sentence itself is
 * shown and nothing is asked for, because a wrong amount is worse than none.
 */
final class ReadFees {

    /** No fee of a procedure is smaller; what is was written in thousands. */
    private static final long LEAST = 1_000;

    private static final Text FREE = new Text("Không thu phí, lệ phí.", "No fee.");
    private static final Text UNKNOWN =
            new Text("Bản ghi quốc gia không nêu mức thu.", "The national record does not say what it costs.");
    private static final Text FIXED = new Text("Mức thu theo bản ghi quốc gia.", "The amount in the national record.");

    private static final Pattern NONE = Pattern.compile(
            "(?iu)^\\W*(không|không có|không quy định|không thu( phí)?(, lệ phí)?|miễn phí|chưa quy định|0 đồng)\\W*$");
    private static final Pattern ABOUT_FEES = Pattern.compile("(?iu)(phí|lệ phí|mức thu|giá dịch vụ|/tt-btc)");
    private static final Pattern BASIS = Pattern.compile("\\d{1,3}/\\d{4}/(TT-BTC|NĐ-CP|NQ-HĐND)");

    private final Source record;
    private final LocalDate since;
    private final Map<Key, Set<Channel>> fees = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private boolean vary;
    private boolean free;

    private record Key(
            long amount, LocalDate from, @Nullable LocalDate to, String said) {}

    /** @param text the whole string of the channel; {@code flag} whether it is marked as free */
    record Entry(Channel channel, FeeText text, boolean flag, String part) {}

    /** @param note the fees in one sentence, also why there are none */
    record Read(List<Fee> fees, boolean vary, Text note) {}

    /** @param since the first day of the version */
    ReadFees(Source record, LocalDate since) {
        this.record = record;
        this.since = since;
    }

    Read read(List<Entry> entries) {
        entries.forEach(this::take);
        var read = new ArrayList<Fee>();
        fees.forEach((key, channels) -> read.add(new Fee(
                kind(key.said()),
                name(key.said()),
                List.copyOf(channels),
                List.of(),
                null,
                new Vnd(key.amount()),
                key.from(),
                key.to(),
                basis(key.said()),
                key.said().isEmpty() ? FIXED : Source.words(key.said()))));
        return new Read(read, vary, note());
    }

    private void take(Entry entry) {
        var amounts = entry.text().amounts().stream().distinct().toList();
        var note = entry.text().note();
        if (amounts.isEmpty()) {
            takeWithout(entry);
        } else if (amounts.size() > 1) {
            onlyProse(entry, Doubt.Kind.FEE_ONLY_IN_PROSE, amounts + " " + note);
        } else {
            takeOne(entry, amounts.getFirst(), note);
        }
    }

    /** No amount heads the text: then it is free, unless the text says otherwise. */
    private void takeWithout(Entry entry) {
        var note = entry.text().note();
        if (note.isEmpty() || NONE.matcher(note).matches()) {
            if (entry.flag() || !note.isEmpty()) {
                free = true;
            } else if (!Amounts.in(entry.text().rest()).isEmpty()) {
                onlyProse(entry, Doubt.Kind.FEE_ONLY_IN_PROSE, entry.text().rest());
            } else {
                vary = true;
                record.doubt(entry.part(), Doubt.Kind.PART_MISSING, "");
            }
            return;
        }
        if (!Amounts.in(note).isEmpty() || ABOUT_FEES.matcher(note).find()) {
            onlyProse(entry, entry.flag() ? Doubt.Kind.FEE_FLAG_AGAINST_TEXT : Doubt.Kind.FEE_ONLY_IN_PROSE, note);
        } else {
            notes.add(note);
            free |= entry.flag();
        }
    }

    private void takeOne(Entry entry, long head, String note) {
        var said = Amounts.in(note);
        long amount = head;
        if (head < LEAST) {
            amount = head * 1_000;
            record.doubt(entry.part(), Doubt.Kind.AMOUNT_IN_THOUSANDS, head + " " + note);
            if (!said.contains(amount)) {
                onlyProse(entry, null, head + " VNĐ " + note);
                return;
            }
        }
        var period = Amounts.period(note, amount);
        if (period.isPresent()) {
            record.doubt(entry.part(), Doubt.Kind.FEE_PERIOD_READ, amount + " " + note);
            withPeriod(entry.channel(), amount, note, period.get());
        } else if (said.isEmpty() || said.equals(List.of(amount))) {
            add(entry.channel(), new Key(amount, since, null, note));
        } else {
            onlyProse(
                    entry,
                    said.contains(amount) ? Doubt.Kind.FEE_ONLY_IN_PROSE : Doubt.Kind.AMOUNT_AGAINST_TEXT,
                    amount + " " + note);
        }
    }

    /** The full amount before and after the days of the reduced one, as far as the version reaches them. */
    private void withPeriod(Channel channel, long full, String said, Amounts.Period period) {
        if (period.from().isAfter(since)) {
            add(channel, new Key(full, since, period.from().minusDays(1), said));
        }
        if (!period.to().isBefore(since)) {
            add(channel, new Key(period.amount(), period.from(), period.to(), said));
        }
        var after = period.to().plusDays(1);
        add(channel, new Key(full, after.isAfter(since) ? after : since, null, said));
    }

    private void add(Channel channel, Key key) {
        fees.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(channel);
    }

    private void onlyProse(Entry entry, Doubt.@Nullable Kind kind, String said) {
        vary = true;
        notes.add(said.replaceFirst("^\\[[^]]*] ", ""));
        if (kind != null) {
            record.doubt(entry.part(), kind, said);
        }
    }

    private Text note() {
        if (!notes.isEmpty()) {
            return Source.words(String.join("\n", notes));
        }
        if (!fees.isEmpty()) {
            return FIXED;
        }
        return free && !vary ? FREE : UNKNOWN;
    }

    private static String kind(String said) {
        var lower = said.toLowerCase(java.util.Locale.ROOT);
        return lower.contains("lệ phí") ? "LE_PHI" : lower.contains("phí") ? "PHI" : "OTHER";
    }

    private static Text name(String said) {
        return switch (kind(said)) {
            case "LE_PHI" -> new Text("Lệ phí", "Charge");
            case "PHI" -> new Text("Phí", "Fee");
            default -> new Text("Mức thu", "Amount to pay");
        };
    }

    private static String basis(String said) {
        var matcher = BASIS.matcher(said);
        return matcher.find() ? matcher.group() : "";
    }
}
