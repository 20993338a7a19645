package vn.motcua.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import vn.motcua.shared.Problem;

/**
 * What an office file (DOCX, XLSX) must not have: macros, embedded objects, controls, templates or data from elsewhere, or a
 * size that swells. Tells the type by what the file says of itself inside, never by its name.
 */
final class OfficeTraps {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int MAX_ENTRIES = 2_000;

    /** What all entries may swell to together; a blank form is far below, a bomb far above. */
    private static final int MAX_INFLATED = 64 * 1024 * 1024;

    private static final Pattern ACTIVE = Pattern.compile(
            "(^|/)(vbaproject|vbadata)|(^|/)(embeddings|activex|externallinks|customui|macrosheets|webextensions)/|\\.(bin|exe|js|vbs|ole)$");

    private static final Pattern RELATION = Pattern.compile("<Relationship\\b[^>]{0,4000}>");

    private OfficeTraps() {}

    /** The type; refuses what is neither, what is damaged, and what is active. */
    static String check(byte[] content) {
        var type = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            int entries = 0;
            long inflated = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (++entries > MAX_ENTRIES || ACTIVE.matcher(name).find()) {
                    throw active();
                }
                var bytes = zip.readNBytes((int) (MAX_INFLATED - inflated + 1));
                inflated += bytes.length;
                if (inflated > MAX_INFLATED) {
                    throw Pictures.unreadable();
                }
                if (name.equals("[content_types].xml")) {
                    type = type(text(bytes));
                } else if (name.endsWith(".rels")) {
                    refuseOutside(text(bytes));
                } else if (name.endsWith(".xml") && text(bytes).contains("DDEAUTO")) {
                    throw active();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Pictures.unreadable();
        }
        if (type.isEmpty()) {
            throw Problem.of(Problem.Kind.UNSUPPORTED_TYPE, "files.upload.form-type");
        }
        return type;
    }

    private static String type(String contentTypes) {
        if (contentTypes.contains("macroEnabled")) {
            throw active();
        }
        if (contentTypes.contains("wordprocessingml.document.main+xml")) {
            return DOCX;
        }
        return contentTypes.contains("spreadsheetml.sheet.main+xml") ? XLSX : "";
    }

    /** A link that a reader clicks may lead outside; nothing else may be fetched from there. */
    private static void refuseOutside(String relations) {
        RELATION.matcher(relations)
                .results()
                .map(found -> found.group())
                .filter(one -> one.contains("\"External\"") && !one.contains("/hyperlink\""))
                .findFirst()
                .ifPresent(one -> {
                    throw active();
                });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Problem active() {
        return Problem.invalid("file", "files.upload.office-active");
    }
}
