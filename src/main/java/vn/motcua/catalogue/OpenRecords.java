package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.AgencyCode;

/**
 * How procedures are written as open data: JSON with every part of the record, CSV (RFC 4180, UTF-8) with those that fit a
 * line. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class OpenRecords {

    private static final JsonMapper JSON = ServiceFormat.JSON
            .rebuild()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final List<String> COLUMNS = List.of(
            "code",
            "version",
            "effective_from",
            "name_vi",
            "name_en",
            "summary_vi",
            "summary_en",
            "field_vi",
            "promulgating_agency",
            "promulgating_agency_name_vi",
            "decision",
            "levels",
            "audiences",
            "online_level",
            "online_agencies",
            "limits",
            "fees_vnd",
            "fee_note_vi",
            "results",
            "legal_basis",
            "page",
            "licence");

    /** The records, from the first again at each call. */
    interface Source {
        Stream<Entry> records();
    }

    /** How it is served online; {@code level} as in Thông tư 26/2009, {@code digital} as in Nghị định 42/2022. */
    record Online(int level, Offering.Digital digital, List<AgencyCode> agencies) {}

    /** @param page the address at this portal; {@code online} null where nobody serves it */
    record Entry(
            @JsonUnwrapped Procedure procedure, @Nullable Online online, String page) {

        static Entry of(Procedure procedure, List<Offering> offered) {
            var online = offered.isEmpty()
                    ? null
                    : new Online(
                            offered.getFirst().level(),
                            offered.getFirst().digital(),
                            offered.stream().map(Offering::agency).toList());
            return new Entry(procedure, online, "/procedures/" + procedure.code());
        }
    }

    private record Licence(String name, String address) {}

    private static final Licence LICENCE = new Licence(OpenData.LICENCE, OpenData.LICENCE_ADDRESS);

    private OpenRecords() {}

    /** @param changed when something in it last changed; when it was printed is no part of it, so that it is the same on every node */
    static void json(Source source, int count, Instant changed, OutputStream to) throws IOException {
        try (var out = JSON.createGenerator(to);
                var records = source.records()) {
            out.writeStartObject();
            out.writePOJOProperty("licence", LICENCE);
            out.writeStringProperty("changed", changed.toString());
            out.writeNumberProperty("count", count);
            out.writeName("procedures");
            out.writeStartArray();
            records.forEach(out::writePOJO);
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    static byte[] json(Entry entry) {
        return JSON.writeValueAsBytes(new Alone(LICENCE, entry));
    }

    private record Alone(Licence licence, Entry procedure) {}

    static void csv(Source source, OutputStream to) throws IOException {
        var out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        line(out, COLUMNS);
        try (var records = source.records()) {
            for (var entry : (Iterable<Entry>) records::iterator) {
                line(out, cells(entry));
            }
        }
        out.flush();
    }

    private static List<String> cells(Entry entry) {
        var procedure = entry.procedure();
        var decision = procedure.decision();
        var online = entry.online();
        return Arrays.asList(
                procedure.code().value(),
                String.valueOf(procedure.version()),
                procedure.effectiveFrom().toString(),
                procedure.name().vi(),
                procedure.name().en(),
                procedure.summary().vi(),
                procedure.summary().en(),
                procedure.field().name().vi(),
                procedure.promulgatingAgency().value(),
                procedure.promulgatingAgencyName().vi(),
                decision == null ? "" : decision.number(),
                joined(procedure.levels()),
                joined(procedure.audiences()),
                online == null ? "" : String.valueOf(online.level()),
                online == null ? "" : joined(online.agencies()),
                procedure.cases().stream().map(OpenRecords::limits).collect(Collectors.joining("; ")),
                procedure.fees().stream().map(OpenRecords::fee).collect(Collectors.joining("; ")),
                procedure.feeNote().vi(),
                procedure.results().stream()
                        .map(result -> result.code() == null ? result.name().vi() : result.code())
                        .collect(Collectors.joining("; ")),
                joined(procedure.legalBasis().stream()
                        .map(Procedure.LegalText::number)
                        .toList()),
                entry.page(),
                LICENCE.name());
    }

    private static String limits(Offering.Case kase) {
        return kase.limits().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(limit -> "%s %s %d %s"
                        .formatted(
                                kase.code(),
                                limit.getKey(),
                                limit.getValue().quantity(),
                                limit.getValue().unit()))
                .collect(Collectors.joining("; "));
    }

    private static String fee(Procedure.Fee fee) {
        return "%s %s %d %s/%s"
                .formatted(
                        fee.kind(),
                        fee.channels().stream().map(Enum::name).collect(Collectors.joining("+")),
                        fee.amount().amount(),
                        fee.validFrom(),
                        fee.validTo() == null ? ".." : fee.validTo());
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("; "));
    }

    private static void line(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    /** A spreadsheet runs what begins like a formula. */
    static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
