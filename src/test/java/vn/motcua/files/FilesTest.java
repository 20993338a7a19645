package vn.motcua.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import vn.motcua.TestDatabase;
import vn.motcua.journal.Journal;
import vn.motcua.keys.TestKeys;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

class FilesTest {

    static final PersonId AN = new PersonId(UUID.fromString("00000000-0000-4000-8000-000000000017"));

    @TempDir
    Path data;

    final TestDatabase.Fresh database = TestDatabase.fresh();
    Instant now = Instant.parse("2026-11-16T01:00:00Z");
    final InstantSource clock = () -> now;
    FakeClamd clamd;
    TransactionTemplate transactions;
    Blobs blobs;
    Files files;
    ScanHeld scanHeld;
    SweepBlobs sweep;

    @BeforeEach
    void open() throws IOException {
        clamd = new FakeClamd();
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database.app()));
        var settings = new FilesSettings(
                DataSize.ofMegabytes(10),
                60_000_000,
                20,
                DataSize.ofMegabytes(30),
                6,
                "127.0.0.1",
                clamd.port(),
                Duration.ofMillis(300),
                Duration.ofMillis(700),
                Duration.ofSeconds(10));
        var door = new Door(settings, new Scanner(settings));
        blobs = new Blobs(TestKeys.in(database, data, clock), data);
        files = new Files(database.sql(), transactions, clock, blobs, door);
        scanHeld = new ScanHeld(database.sql(), transactions, blobs, door, new Journal(database.sql(), clock));
        sweep = new SweepBlobs(database.sql(), blobs, clock);
    }

    @AfterEach
    void close() throws IOException {
        clamd.close();
        database.close();
    }

    StoredFile receive(String name, byte[] content) {
        return files.receive(AN, name, new ByteArrayInputStream(content));
    }

    String refused(byte[] content) {
        var problem = catchThrowableOfType(Problem.class, () -> receive("x", content));
        assertThat(problem).isNotNull();
        return problem.mistakes().getFirst().code();
    }

    List<Path> onDisk() throws IOException {
        try (var all = java.nio.file.Files.walk(data.resolve("files"))) {
            return all.filter(java.nio.file.Files::isRegularFile).toList();
        }
    }

    @Test
    void whatWasReceivedIsGivenBackByteForByte() {
        var pdf = Samples.pdf();
        var file = receive("Giấy khám sức khỏe.pdf", pdf);
        assertThat(files.content(file.id())).isEqualTo(pdf);
        assertThat(file.state()).isEqualTo(StoredFile.State.CLEAN);
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(file.bytes()).isEqualTo(pdf.length);
        assertThat(files.find(file.id())).contains(file);
        assertThat(clamd.asked).hasValue(1);
    }

    @Test
    void onTheDiskNothingCanBeReadNeitherContentNorDigest() throws Exception {
        var pdf = Samples.pdf(document -> document.getDocumentInformation().setTitle("confidential marker"));
        var file = receive("a.pdf", pdf);
        for (var path : onDisk()) {
            var bytes = new String(java.nio.file.Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("confidential", "%PDF");
            assertThat(path.toString()).doesNotContain(file.sha256());
        }
        assertThat(onDisk()).hasSize(1);
    }

    @Test
    void aChangedByteOnTheDiskIsNoticed() throws Exception {
        var file = receive("a.pdf", Samples.pdf());
        var path = onDisk().getFirst();
        var bytes = java.nio.file.Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        java.nio.file.Files.write(path, bytes);
        assertThatThrownBy(() -> files.content(file.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was changed");
    }

    @Test
    void theSameBytesGivenTwiceAreTwoFilesAndOneBlob() throws Exception {
        var pdf = Samples.pdf();
        var first = receive("a.pdf", pdf);
        var second = files.receive(PersonId.random(), "b.pdf", new ByteArrayInputStream(pdf));
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(onDisk()).hasSize(1);
        assertThat(files.of(AN, List.of(first.id(), second.id()))).containsExactly(first);
        files.remove(first.id());
        assertThat(files.find(first.id())).isEmpty();
        assertThat(files.content(second.id())).isEqualTo(pdf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd.pdf",
                "C:\\Users\\an\\kham suc khoe.pdf|kham suc khoe.pdf",
                "a/b\\c.PDF|c.pdf",
                "giấy khám.jpg.exe|giấy khám.jpg.exe.pdf",
                "....|giay-to.pdf",
                "CON.pdf|giay-to.pdf",
                "a\\u0000b\\u000d\\u000aSet-Cookie: x.pdf|abSet-Cookie_ x.pdf",
                "gpj.\\u202Efdp.pdf|gpj.fdp.pdf",
                "<script>alert(1)</script>.pdf|script_.pdf",
                "..%2f..%2fx.pdf|_2f.._2fx.pdf",
                "'   '|giay-to.pdf",
                "-rf.pdf|rf.pdf",
                "e\\u0302\\u0301.pdf|ế.pdf",
                "\"a\".pdf|_a_.pdf",
            })
    void tricksInNamesAreTakenAway(String given, String kept) {
        var name = Pattern.compile("\\\\u(....)")
                .matcher(given)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
        assertThat(CleanName.of(name, "application/pdf")).isEqualTo(kept);
    }

    @Test
    void aNameIsAtMostTwoHundredCharactersAndKeepsItsEnding() {
        var name = CleanName.of("ế".repeat(5000) + ".jpg", "image/jpeg");
        assertThat(name).hasSize(200).endsWith("ế.jpg");
        assertThat(receive("x".repeat(100_000), Samples.pdf()).name()).hasSize(200);
    }

    @Test
    void picturesAndPdfComeInByWhatTheyHoldWhateverTheyAreCalled() {
        assertThat(receive("a.exe", Samples.image("png")).mediaType()).isEqualTo("image/png");
        assertThat(receive("a.pdf", Samples.image("jpg")).mediaType()).isEqualTo("image/jpeg");
        assertThat(receive("a.pdf", Samples.image("jpg")).name()).isEqualTo("a.jpg");
    }

    @Test
    void hostileFilesAreRefusedEachWithItsReason() throws Exception {
        var pdf = Samples.pdf();
        var png = Samples.image("png");
        var jpg = Samples.image("jpg");
        var table = Map.ofEntries(
                Map.entry("heic", new Object[] {Samples.heic(), "files.upload.heic"}),
                Map.entry("gif", new Object[] {Samples.image("gif"), "files.upload.type"}),
                Map.entry("zip", new Object[] {"PK\3\4aaaaaaaaaaaaaaaaaaaaaaaaaaaaa".getBytes(), "files.upload.type"}),
                Map.entry("elf", new Object[] {
                    Samples.and(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, "x".repeat(99)), "files.upload.type"
                }),
                Map.entry("html", new Object[] {"<html><script>1</script></html>".getBytes(), "files.upload.type"}),
                Map.entry(
                        "svg",
                        new Object[] {"<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(), "files.upload.type"}),
                Map.entry("empty", new Object[] {new byte[0], "files.upload.empty"}),
                Map.entry("javascript", new Object[] {Samples.pdfWithAction("JavaScript"), "files.upload.pdf-active"}),
                Map.entry("launch", new Object[] {Samples.pdfWithAction("Launch"), "files.upload.pdf-active"}),
                Map.entry("submit", new Object[] {Samples.pdfWithAction("SubmitForm"), "files.upload.pdf-active"}),
                Map.entry("password", new Object[] {Samples.pdfWithPassword("secret"), "files.upload.encrypted"}),
                Map.entry("owner password", new Object[] {Samples.pdfWithPassword(""), "files.upload.encrypted"}),
                Map.entry(
                        "cut pdf",
                        new Object[] {java.util.Arrays.copyOf(pdf, pdf.length / 2), "files.upload.unreadable"}),
                Map.entry("pdf and zip", new Object[] {Samples.and(pdf, "PK\3\4evil"), "files.upload.mixed"}),
                Map.entry("pdf bomb", new Object[] {Samples.pdfBomb(), "files.upload.unreadable"}),
                Map.entry("png and html", new Object[] {Samples.and(png, "<script>1</script>"), "files.upload.mixed"}),
                Map.entry("jpg and pdf", new Object[] {Samples.and(jpg, pdf), "files.upload.mixed"}),
                Map.entry(
                        "jpg and zip",
                        new Object[] {Samples.and(jpg, "PK\5\6" + "\0".repeat(18)), "files.upload.mixed"}),
                Map.entry(
                        "cut png",
                        new Object[] {java.util.Arrays.copyOf(png, png.length - 5), "files.upload.unreadable"}),
                Map.entry("cut jpg", new Object[] {java.util.Arrays.copyOf(jpg, 30), "files.upload.unreadable"}),
                Map.entry("image bomb", new Object[] {Samples.bomb(), "files.upload.pixels"}),
                Map.entry("virus", new Object[] {Samples.and(jpg, FakeClamd.EICAR), "files.upload.infected"}),
                Map.entry(
                        "too large",
                        new Object[] {Samples.and(jpg, "x".repeat(10 * 1024 * 1024)), "files.upload.too-large"}));
        table.forEach(
                (what, row) -> assertThat(refused((byte[]) row[0])).as(what).isEqualTo(row[1]));
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void randomDamageNeverEndsInAnythingButARefusal() {
        var random = new Random(7);
        for (var whole : List.of(Samples.pdf(), Samples.image("png"), Samples.image("jpg"))) {
            for (int i = 0; i < 60; i++) {
                var damaged = whole.clone();
                for (int j = 0; j < 3; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    files.check(AN, new Upload("x", damaged, Upload.sha256(damaged), () -> {}));
                } catch (Problem expected) {
                    assertThat(expected.mistakes()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void withoutAScannerAFileIsHeldAndLaterClean() throws Exception {
        int port = clamd.port();
        clamd.close();
        var file = receive("a.pdf", Samples.pdf());
        assertThat(file.state()).isEqualTo(StoredFile.State.HELD);
        assertThat(files.held(List.of(file.id()))).containsExactly(file);
        assertThat(scanHeld.next()).contains(now.plusSeconds(10));

        now = now.plusSeconds(10);
        scanHeld.run(now);
        assertThat(files.find(file.id()).orElseThrow().state()).isEqualTo(StoredFile.State.HELD);

        now = now.plusSeconds(10);
        try (var back = new FakeClamd(port)) {
            scanHeld.run(now);
        }
        assertThat(files.find(file.id()).orElseThrow().state()).isEqualTo(StoredFile.State.CLEAN);
        assertThat(files.held(List.of(file.id()))).isEmpty();
        assertThat(scanHeld.next()).isEmpty();
    }

    @Test
    void aHeldFileThatTurnsOutInfectedIsTakenAwayAndTheJournalSaysSo() throws Exception {
        int port = clamd.port();
        clamd.close();
        var file = receive("a.jpg", Samples.and(Samples.image("jpg"), FakeClamd.EICAR));
        var twin = files.receive(PersonId.random(), "b.jpg", new ByteArrayInputStream(files.content(file.id())));
        now = now.plusSeconds(10);
        try (var back = new FakeClamd(port)) {
            scanHeld.run(now);
        }
        assertThat(files.find(file.id())).isEmpty();
        assertThat(files.find(twin.id())).isEmpty();
        assertThat(onDisk()).isEmpty();
        var events = database.sql()
                .sql("select data ->> 'owner' from journal.journal where type = 'files.Infected'")
                .query(String.class)
                .list();
        assertThat(events).containsExactlyInAnyOrder(AN.toString(), twin.owner().toString());
    }

    @Test
    void aScannerThatHangsOrTalksNonsenseHoldsTheFileAndNotTheRequest() {
        clamd.forced = "stream: can't allocate memory ERROR";
        assertThat(receive("a.pdf", Samples.pdf()).state()).isEqualTo(StoredFile.State.HELD);
        clamd.silent();
        long began = System.nanoTime();
        assertThat(receive("a.pdf", Samples.pdf()).state()).isEqualTo(StoredFile.State.HELD);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void oneDayHasAnEndForOnePerson() {
        for (int i = 0; i < 20; i++) {
            receive("a.pdf", Samples.pdf());
        }
        assertThat(refused(Samples.pdf())).isEqualTo("files.upload.daily");
        files.keep(AN, "own.pdf", "application/pdf", Samples.pdf());
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);
        receive("a.pdf", Samples.pdf());
    }

    @Test
    void aBlobWithoutARowIsSweptAfterTwoLooksAndOneWithARowNever() throws Exception {
        var kept = receive("a.pdf", Samples.pdf());
        var orphan = Samples.image("png");
        var name = blobs.put(Upload.sha256(orphan), orphan); // and here the process died
        sweepAll(Duration.ofDays(1));
        assertThat(onDisk()).hasSize(2);
        sweepAll(Duration.ofMillis(-1000));
        assertThat(blobs.path(name)).doesNotExist();
        assertThat(blobs.get(name, Upload.sha256(orphan))).isEqualTo(orphan);
        sweepAll(Duration.ofMillis(-1000));
        assertThat(onDisk()).hasSize(1);
        assertThat(HexFormat.of().formatHex(Upload.sha256(files.content(kept.id()))))
                .isEqualTo(kept.sha256());
    }

    @Test
    void aBlobTakenUpAgainWhileItWasLeavingComesBack() throws Exception {
        var png = Samples.image("png");
        var blob = blobs.put(Upload.sha256(png), png);
        sweepAll(Duration.ofMillis(-1000));
        assertThat(onDisk().getFirst().toString()).endsWith(Blobs.LEAVING);
        insertRowOnly(blob, png);
        sweepAll(Duration.ofMillis(-1000));
        assertThat(onDisk()).hasSize(1);
        assertThat(onDisk().getFirst().toString()).doesNotEndWith(Blobs.LEAVING);
    }

    @Test
    void aTransactionThatFailsLeavesNoFileAndItsBlobIsSwept() throws Exception {
        assertThatThrownBy(() -> transactions.execute(_ -> {
                    files.keep(AN, "a.pdf", "application/pdf", Samples.pdf());
                    throw new IllegalStateException("died");
                }))
                .hasMessage("died");
        assertThat(database.sql()
                        .sql("select count(*) from files.file")
                        .query(Integer.class)
                        .single())
                .isZero();
        sweepAll(Duration.ofMillis(-1000));
        sweepAll(Duration.ofMillis(-1000));
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void theSweepComesRoundToEveryDirectoryWithinADay() {
        var png = Samples.image("png");
        blobs.put(Upload.sha256(png), png);
        for (int hour = 0; hour < 24; hour++) {
            assertThat(sweep.next().orElseThrow()).isBeforeOrEqualTo(now);
            sweep.run(now);
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(database.sql()
                        .sql("select part from files.sweep")
                        .query(Integer.class)
                        .single())
                .isEqualTo(23 * 11 % 256);
    }

    private void insertRowOnly(byte[] blob, byte[] content) {
        database.sql()
                .sql("""
                        insert into files.file (id, owner, name, sha256, blob, media_type, bytes, state, made_here, at)
                        values (gen_random_uuid(), ?, 'a.png', ?, ?, 'image/png', ?, 'CLEAN', false, '2026-11-16')
                        """)
                .params(AN.value(), Upload.sha256(content), blob, content.length)
                .update();
    }

    private void sweepAll(Duration grace) {
        for (int part = 0; part < 256; part++) {
            sweep.sweep(blobs.part(part), grace);
        }
    }
}
