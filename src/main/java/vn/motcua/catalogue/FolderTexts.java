package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.search.VietnameseWords;

/** The texts of a folder: each in both languages, without markup, and the invisible characters that a copied text brings along. */
final class FolderTexts {

    /** A text of so many words is never the same in both languages; names and numbers may be. */
    private static final int SAME_WORDS = 4;

    private static final Pattern MARKUP = Pattern.compile("(?i)<\\s*[a-z/!?]|javascript:|&#?\\w{1,8};");

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    /** What is ours to write plainly: all but the official names, which stand as the law has them. */
    private static final Pattern OWN = Pattern.compile("procedure/(everyday|summary|receiving|conditions|feeNote"
            + "|steps/\\d+/(name|text)|channels/\\d+/todo|cases/\\d+/components/\\d+/why|fees/\\d+/why|gaps/.+)"
            + "|sections/.*");

    /** Names and labels are no sentences. */
    private static final Pattern NAME = Pattern.compile(".*/(name|title|label)|procedure/everyday");

    /** Written for the machine. */
    private static final Pattern CODE = Pattern.compile(".*/(when|pattern)");

    private static final Pattern VIETNAMESE = Pattern.compile("[ăâđêôơưĂÂĐÊÔƠƯ\\u1EA0-\\u1EF9]");

    /** @param own written by us, not by the law; {@code running} a sentence, not a label */
    record Said(String file, String field, String vi, String en, boolean own, boolean running) {}

    private final List<Said> said = new ArrayList<>();
    private final Remarks remarks;

    private FolderTexts(Remarks remarks) {
        this.remarks = remarks;
    }

    /** Every text of the folder, with remarks on those that are missing, equal or hold what is no text. */
    static List<Said> check(ServiceFolder folder, Remarks remarks) {
        var texts = new FolderTexts(remarks);
        texts.walk("service.yaml", "procedure", folder.procedure());
        texts.walk("service.yaml", "service", folder.service());
        texts.walk("form.yaml", "sections", folder.form().path("sections"));
        texts.said.forEach(texts::translated);
        return texts.said;
    }

    private void walk(String file, String field, JsonNode node) {
        if (node.isObject() && node.has("vi") && node.has("en")) {
            boolean own = OWN.matcher(field).matches();
            boolean running = !NAME.matcher(field).matches();
            said.add(new Said(
                    file, field, node.path("vi").asString(""), node.path("en").asString(""), own, running));
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> walk(file, field + "/" + entry.getKey(), entry.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(file, field + "/" + i, node.get(i));
            }
        } else if (node.isString() && !CODE.matcher(field).matches()) {
            inert(file, field, node.asString());
        }
    }

    private void inert(String file, String field, String text) {
        if (MARKUP.matcher(text).find()) {
            remarks.mistake(file, field, "it holds markup or a script; write plain text without < > and &…;");
        }
        var invisible = INVISIBLE.matcher(text);
        if (invisible.find()) {
            remarks.mistake(file, field, "it holds the invisible character U+%04X; write the text anew", (int)
                    invisible.group().charAt(0));
        }
    }

    private void translated(Said text) {
        if (text.vi().isBlank() || text.en().isBlank()) {
            var blank = text.vi().isBlank() ? "vi" : "en";
            remarks.mistake(
                    text.file(), text.field() + "/" + blank, "the text is blank; write it in this language too");
        } else if (words(text.vi()) >= SAME_WORDS
                && text.vi().equalsIgnoreCase(text.en().strip())) {
            remarks.mistake(text.file(), text.field() + "/en", "it is the same as the Vietnamese text; translate it");
        } else if (words(text.en()) >= SAME_WORDS && looksVietnamese(text.en())) {
            remarks.warning(
                    text.file(), text.field() + "/en", "it looks Vietnamese: \"%s\"; translate it", shown(text.en()));
        }
    }

    /** Over half of the words have letters that only Vietnamese has; a quoted name alone does not make that many. */
    private static boolean looksVietnamese(String text) {
        var words = text.strip().split("\\s+");
        long vietnamese = List.of(words).stream()
                .filter(word -> VIETNAMESE.matcher(word).find())
                .count();
        return vietnamese * 2 > words.length;
    }

    /** Vietnamese writes each syllable apart, and a word here is what stands between spaces. */
    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80).strip() + "…";
    }

    static String lower(String text) {
        return VietnameseWords.nfc(text).toLowerCase(Locale.ROOT);
    }
}
