package vn.motcua.catalogue.national;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Completeness;
import vn.motcua.catalogue.Offering.Channel;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedure.Decision;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;
import vn.motcua.time.WorkingTime;

/** Makes a procedure of one record. What the record does not say is a gap with its reason; what it says unclearly, a doubt. */
final class ReadRecord {

    private static final Text NOT_SAID = new Text("Bản ghi quốc gia không nêu.", "The national record does not say.");
    private static final Text ONLY_IN_PROSE = new Text(
            "Thời hạn của một số cách nộp chỉ có trong lời văn của bản ghi quốc gia.",
            "For some ways of handing in, the national record gives the limit only in its text.");
    private static final Text NONE = new Text("Không.", "None.");
    private static final Text NOTHING = new Text("", "");

    private static final Pattern STEP = Pattern.compile("(?iu)(?:^|\\n)\\W{0,3}(bước \\d{1,2})\\b\\W{0,3}");
    private static final int MAX_STEP_NAME = 120;
    private static final int MAX_SUMMARY = 300;

    private final Vocabularies vocabularies;
    private final Fields fields;

    ReadRecord(Vocabularies vocabularies, Fields fields) {
        this.vocabularies = vocabularies;
        this.fields = fields;
    }

    /**
     * @param since the first day of the version where the record names none
     * @throws IllegalArgumentException for a record without a code or a name
     */
    Procedure read(Source record, LocalDate since) {
        var code = code(record.line("code"));
        if (record.line("name").isEmpty()) {
            throw new IllegalArgumentException("name is missing: give the official name of " + code);
        }
        var channels = record.all("channels");
        var limits = new ReadLimits(record, limits(channels)).read();
        var fees = new ReadFees(record, since).read(fees(channels));
        var agency = vocabularies.agency(record, "promulgatingAgency", record.line("promulgatingAgencyCode"));
        var field = record.line("field");
        var read = new Procedure(
                code,
                0,
                since,
                null,
                Source.words(record.line("name")),
                NOTHING,
                summary(record),
                keywords(record),
                decision(record, agency),
                agency,
                vocabularies.agencyName(record, "promulgatingAgency", agency),
                vocabularies.levels(record),
                vocabularies.kind(record),
                new Procedure.Field(blankToNull(record.line("fieldCode")), Source.words(field)),
                vocabularies.audiences(record),
                fields.lifeEvents(field),
                Source.words(record.line("authority")),
                record.texts("executing").stream().map(Source::words).toList(),
                Source.words(record.text("receivingAddress")),
                steps(record.text("steps")),
                channels(record, channels),
                1,
                new ReadCases(record, limits).read(),
                fees.fees(),
                fees.vary(),
                fees.note(),
                results(record),
                ReadLaws.read(record),
                record.text("conditions").isEmpty() ? NONE : Source.words(record.text("conditions")),
                related(record, code),
                List.of(),
                Map.of());
        return read.explained(gaps(record, read));
    }

    static ProcedureCode code(String said) {
        try {
            return ProcedureCode.parse(said);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("code is \"" + (said.length() > 40 ? said.substring(0, 40) + "…" : said)
                    + "\": a procedure's code is a digit, a point and six digits");
        }
    }

    private static Map<String, Text> gaps(Source record, Procedure read) {
        var gaps = new HashMap<String, Text>();
        for (var part : Completeness.parts(read)) {
            if (part.startsWith("limit of case")) {
                gaps.put("cases.limits", ONLY_IN_PROSE);
            } else {
                gaps.put(part, NOT_SAID);
                record.doubt(part, Doubt.Kind.PART_MISSING, "");
            }
        }
        return gaps;
    }

    private static @Nullable Decision decision(Source record, vn.motcua.shared.AgencyCode agency) {
        var number = record.line("decision");
        var at = record.number("decisionDate");
        return number.isEmpty()
                ? null
                : new Decision(
                        number,
                        at == null ? null : LocalDate.ofInstant(Instant.ofEpochMilli(at.longValue()), WorkingTime.ZONE),
                        agency);
    }

    private static Text summary(Source record) {
        var said = record.line("description");
        return said.length() <= MAX_SUMMARY ? Source.words(said) : NOTHING;
    }

    private static List<String> keywords(Source record) {
        return Arrays.stream(record.line("keywords").split("[,;|]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && word.length() <= 100)
                .limit(40)
                .toList();
    }

    /** “Bước 1: Nộp hồ sơ” begins a step; a text without such words is one step. */
    static List<Procedure.Step> steps(String text) {
        var starts = new ArrayList<int[]>();
        var matcher = STEP.matcher(text);
        while (matcher.find()) {
            starts.add(new int[] {matcher.start(), matcher.end()});
        }
        var steps = new ArrayList<Procedure.Step>();
        var before = starts.isEmpty() ? text : text.substring(0, starts.getFirst()[0]);
        if (!before.isBlank()) {
            steps.add(new Procedure.Step(NOTHING, Source.words(before.strip())));
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1)[0] : text.length();
            var body = text.substring(starts.get(i)[1], end).strip();
            var line = body.lines().findFirst().orElse("");
            var named = line.length() <= MAX_STEP_NAME && (body.length() > line.length() || !line.isEmpty());
            var name = named ? line.replaceFirst("[.:;]$", "") : "";
            steps.add(new Procedure.Step(
                    Source.words(name),
                    Source.words(named ? body.substring(line.length()).strip() : body)));
        }
        return steps;
    }

    /** Each way once; what stands beside it is what to do and to know. */
    private static List<Procedure.Channel> channels(Source record, List<Source> entries) {
        var todo = new EnumMap<Channel, java.util.LinkedHashSet<String>>(Channel.class);
        for (var entry : entries) {
            var channel = channel(entry);
            if (channel == null) {
                record.doubt("channels", Doubt.Kind.WORD_UNKNOWN, entry.line("channel"));
                continue;
            }
            var said = todo.computeIfAbsent(channel, any -> new java.util.LinkedHashSet<>());
            var rest = FeeText.of(entry.text("feeText")).rest();
            (rest + "\n" + entry.text("note"))
                    .strip()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(said::add);
        }
        return todo.entrySet().stream()
                .map(way -> new Procedure.Channel(way.getKey(), Source.words(String.join("\n", way.getValue()))))
                .toList();
    }

    private static @Nullable Channel channel(Source entry) {
        return switch (entry.line("channel")) {
            case "ONLINE" -> Channel.ONLINE;
            case "DIRECT" -> Channel.DIRECT;
            case "POSTAL" -> Channel.POSTAL;
            default -> null;
        };
    }

    private static List<ReadLimits.Entry> limits(List<Source> entries) {
        var limits = new ArrayList<ReadLimits.Entry>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var channel = channel(entry);
            if (channel != null) {
                var prose = FeeText.of(entry.text("feeText")).rest() + " " + entry.text("note");
                limits.add(new ReadLimits.Entry(
                        channel, entry.number("time"), entry.line("unit"), prose.strip(), "channels[" + i + "].limit"));
            }
        }
        return limits;
    }

    private static List<ReadFees.Entry> fees(List<Source> entries) {
        var fees = new ArrayList<ReadFees.Entry>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var channel = channel(entry);
            if (channel != null) {
                fees.add(new ReadFees.Entry(
                        channel, FeeText.of(entry.line("feeText")), entry.flag("free"), "channels[" + i + "].fee"));
            }
        }
        return fees;
    }

    private static List<Procedure.Result> results(Source record) {
        return record.all("results").stream()
                .map(result ->
                        new Procedure.Result(blankToNull(result.line("code")), Source.words(result.line("name"))))
                .filter(result -> !result.name().vi().isEmpty())
                .toList();
    }

    private static List<ProcedureCode> related(Source record, ProcedureCode self) {
        if (!record.line("related").isEmpty()) {
            record.doubt("related", Doubt.Kind.RELATED_WITHOUT_CODE, record.line("related"));
        }
        return record.texts("relatedCodes").stream()
                .filter(code -> code.matches("[1-9]\\.\\d{6}"))
                .map(ProcedureCode::new)
                .filter(code -> !code.equals(self))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new))
                .stream()
                .toList();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
