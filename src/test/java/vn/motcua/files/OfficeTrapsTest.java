package vn.motcua.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.shared.Problem;

/** Blank forms as agencies save them, and as nobody should. */
class OfficeTrapsTest {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static byte[] office(String type, Map<String, String> more) {
        var all = new LinkedHashMap<String, String>();
        all.put("[Content_Types].xml", "<Types><Override ContentType=\"" + type + "\"/></Types>");
        all.put("word/document.xml", "<w:document/>");
        all.putAll(more);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String refused(byte[] content) {
        var problem = catchThrowableOfType(Problem.class, () -> OfficeTraps.check(content));
        assertThat(problem).isNotNull();
        return problem.mistakes().getFirst().code();
    }

    @Test
    void plainFormsAreTakenForWhatTheyAre() {
        assertThat(OfficeTraps.check(office(WORD, Map.of()))).isEqualTo(OfficeTraps.DOCX);
        assertThat(OfficeTraps.check(office(SHEET, Map.of()))).isEqualTo(OfficeTraps.XLSX);
        assertThat(CleanName.of("Mẫu CT01.docx.exe", OfficeTraps.DOCX)).endsWith(".docx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/a.xml", "run.exe"})
    void macrosAndEmbeddedThingsAreRefused(String entry) {
        assertThat(refused(office(WORD, Map.of(entry, "x")))).isEqualTo("files.upload.office-active");
    }

    @ParameterizedTest
    @CsvSource({"attachedTemplate, true", "oleObject, true", "image, true", "hyperlink, false"})
    void onlyALinkMayLeadOutside(String kind, boolean refused) {
        var rels = "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.example/" + kind
                + "\" Target=\"https://elsewhere.example/x\" TargetMode=\"External\"/></Relationships>";
        var file = office(WORD, Map.of("word/_rels/document.xml.rels", rels));
        if (refused) {
            assertThat(refused(file)).isEqualTo("files.upload.office-active");
        } else {
            assertThat(OfficeTraps.check(file)).isEqualTo(OfficeTraps.DOCX);
        }
    }

    @Test
    void whatIsAnotherZipOrDamagedOrSwellsIsRefused() {
        assertThat(refused(office("text/plain", Map.of()))).isEqualTo("files.upload.form-type");
        assertThat(refused(new byte[] {'P', 'K', 3, 4, 9, 9, 9})).isNotEmpty();
        assertThat(refused(office(WORD, Map.of("word/a.xml", "x".repeat(65 * 1024 * 1024)))))
                .isEqualTo("files.upload.unreadable");
        assertThat(refused(office(WORD.replace("document.main", "document.macroEnabled.main"), Map.of())))
                .isEqualTo("files.upload.office-active");
    }
}
