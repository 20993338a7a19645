package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.TestDatabase;
import vn.motcua.shared.ProcedureCode;

/** What anybody may take: whole, the same on every node, and printed once. */
class OpenDataTest {

    private static final ProcedureCode LICENCE = new ProcedureCode("3.000347");

    private final TestDatabase.Fresh database = TestDatabase.fresh();

    @TempDir
    private Path services;

    @AfterEach
    void close() {
        database.close();
    }

    private CatalogueFixture node() {
        return new CatalogueFixture(database, services, CatalogueFixture.NOVEMBER_2026);
    }

    private OpenData data(CatalogueFixture node) {
        return new OpenData(node.started(), database.sql(), node.clock());
    }

    @Test
    void theFileHoldsEveryPartOfEachProcedureInForceAndItsLicence() throws Exception {
        FolderFixture.in(services);
        var edition = data(node()).edition();

        var json = ServiceFormat.JSON.readTree(edition.json().plain().toFile());
        assertThat(json.at("/licence/name").asString()).isEqualTo("CC BY 4.0");
        assertThat(json.path("count").asInt()).isEqualTo(edition.procedures()).isEqualTo(2);
        var licence = json.path("procedures").get(1);
        assertThat(licence.path("code").asString()).isEqualTo("3.000347");
        assertThat(licence.at("/name/vi").asString()).isEqualTo("Đổi giấy phép lái xe");
        assertThat(licence.at("/fees/1/amount").asLong()).isEqualTo(135_000);
        assertThat(licence.at("/cases/0/limits/ONLINE/quantity").asInt()).isEqualTo(5);
        assertThat(licence.at("/online/agencies").size()).isEqualTo(34);
        try (var packed =
                new GZIPInputStream(Files.newInputStream(edition.json().packed()))) {
            assertThat(packed.readAllBytes())
                    .isEqualTo(Files.readAllBytes(edition.json().plain()));
        }
    }

    @Test
    void itIsPrintedOnceAndAnewWhenTheCatalogueChanges() throws Exception {
        var folder = FolderFixture.in(services);
        var published = node().started();
        var data = new OpenData(published, database.sql(), node().clock());
        var first = data.edition();
        assertThat(data.edition()).isSameAs(first);

        folder.change(LICENCE + "/service.yaml", "vi: Đổi bằng lái", "vi: Đổi bằng lái xe");
        node().started();
        published.read();
        var second = data.edition();

        assertThat(second.json().tag()).isNotEqualTo(first.json().tag());
        assertThat(first.json().plain()).as("for those who just asked for it").exists();
        published.read();
        assertThat(data.edition().json().tag())
                .as("nothing changed")
                .isEqualTo(second.json().tag());
        assertThat(first.json().plain()).doesNotExist();
        data.destroy();
        assertThat(second.json().plain()).doesNotExist();
    }

    @Test
    void everyNodePrintsTheSameBytes() {
        FolderFixture.in(services);
        var one = data(node()).edition();
        var other = data(node()).edition();

        assertThat(other.json().tag()).isEqualTo(one.json().tag());
        assertThat(other.csv().tag()).isEqualTo(one.csv().tag());
        assertThat(other.changed()).isEqualTo(one.changed()).isEqualTo(CatalogueFixture.NOVEMBER_2026);
    }

    @Test
    void aVersionThatBeginsTodayChangesTheFileWithoutBeingPublishedToday() {
        FolderFixture.in(services)
                .change(LICENCE + "/service.yaml", "effectiveFrom: 2025-03-01", "effectiveFrom: 2026-12-01");
        var before = data(node()).edition();
        var after = data(node().at("2026-11-30T17:00:00Z")).edition();

        assertThat(before.procedures()).isEqualTo(1);
        assertThat(after.procedures()).isEqualTo(2);
        assertThat(after.changed()).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
        assertThat(data(node()).procedure(LICENCE)).isEmpty();
    }

    @Test
    void linesOfTheTableAreRecordsOfOneLength() throws Exception {
        FolderFixture.in(services);
        var csv = Files.readAllBytes(data(node()).edition().csv().plain());
        var text = new String(csv, StandardCharsets.UTF_8);

        assertThat(csv[0]).as("no byte order mark").isEqualTo((byte) 'c');
        var records = parsed(text);
        assertThat(records).hasSize(3).allSatisfy(record -> assertThat(record).hasSameSizeAs(records.getFirst()));
        assertThat(records.get(2)).contains("3.000347", "Đổi giấy phép lái xe", "KQ.G01.000185", "CC BY 4.0");
        assertThat(text).endsWith("\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=1+1 | '=1+1",
                "+84 | '+84",
                "-5 | '-5",
                "@SUM(A1) | '@SUM(A1)",
                "＝1 | '＝1",
                "Đổi, cấp | \"Đổi, cấp\"",
                "mẫu \"A\" | \"mẫu \"\"A\"\"\"",
                "3.000347 | 3.000347",
            })
    void aCellIsNeverAFormula(String text, String cell) {
        assertThat(OpenRecords.cell(text)).isEqualTo(cell);
    }

    /** Ten thousand of them: the next is only fetched when those before are on their way out. */
    @Test
    void aLargeCatalogueIsWrittenOneAtATime() throws IOException {
        FolderFixture.in(services);
        var entry = OpenRecords.Entry.of(node().started().version(LICENCE, 1).orElseThrow(), List.of());
        int size = OpenRecords.json(entry).length;
        var fetched = new AtomicInteger();
        var written = new AtomicLong();
        var most = new AtomicLong();
        OpenRecords.Source many = () -> IntStream.range(0, 10_000).mapToObj(i -> {
            most.accumulateAndGet((long) fetched.getAndIncrement() * (size - 200) - written.get(), Math::max);
            return entry;
        });

        OpenRecords.json(many, 10_000, Instant.EPOCH, new OutputStream() {
            @Override
            public void write(int one) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written.addAndGet(length);
            }
        });

        assertThat(written.get()).isGreaterThan(90_000_000);
        assertThat(most.get()).as("bytes held back at most").isLessThan(200_000);
    }

    /** As RFC 4180 says, and no other way. */
    private static List<List<String>> parsed(String text) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted && sign == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && sign == ',') {
                record.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && sign == '\r') {
                record.add(cell.toString());
                cell.setLength(0);
                records.add(List.copyOf(record));
                record.clear();
                i++;
            } else {
                cell.append(sign);
            }
        }
        return records;
    }
}
