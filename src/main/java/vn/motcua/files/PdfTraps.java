package vn.motcua.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.motcua.shared.Problem;

/** What a PDF must not have: a password, commands that run by themselves, files inside, another format around it. */
final class PdfTraps {

    private static final int MAX_PAGES = 500;
    private static final int MAX_OBJECTS = 100_000;
    private static final int MAX_DEPTH = 60;
    /** What the tables of objects may swell to; a bomb swells a thousandfold. */
    private static final int MAX_INFLATED = 32 * 1024 * 1024;

    /** Kinds of action (entry S) that do more than lead to a place or an address. */
    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "Movie", "Sound", "GoToE", "GoToR");

    private static final Set<String> ENTRIES =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent");

    private static final Pattern TABLE = Pattern.compile("ObjStm|XRef|#");

    private PdfTraps() {}

    static void check(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-")
                || !text.substring(text.lastIndexOf("%%EOF") + 5).isBlank()) {
            throw text.contains("%%EOF") ? Pictures.mixed() : Pictures.unreadable();
        }
        refuseBombs(content, text);
        try (var document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw Problem.invalid("file", "files.upload.encrypted");
            }
            look(document);
        } catch (InvalidPasswordException e) {
            throw Problem.invalid("file", "files.upload.encrypted");
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException
                | StackOverflowError e) {
            throw Pictures.unreadable(); // whatever the parser stumbles over, an office could not open it either
        }
    }

    private static void look(PDDocument document) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            throw Pictures.unreadable();
        }
        if (pages > MAX_PAGES) {
            throw Problem.invalid("file", "files.upload.pages", MAX_PAGES);
        }
        var objects = document.getDocument().getXrefTable().keySet();
        if (objects.size() > MAX_OBJECTS) {
            throw Pictures.unreadable();
        }
        look(document.getDocument().getTrailer(), 0);
        for (var key : Set.copyOf(objects)) {
            var object = document.getDocument().getObjectFromPool(key);
            look(object.getObject(), 0);
        }
    }

    /** Every object is looked at once, from the table; references are not followed. */
    private static void look(@org.jspecify.annotations.Nullable COSBase base, int depth) {
        if (depth > MAX_DEPTH) {
            throw Pictures.unreadable();
        }
        if (base instanceof COSDictionary dictionary) {
            lookAt(dictionary);
            for (var entry : dictionary.entrySet()) {
                if (!(entry.getValue() instanceof COSObject)) {
                    look(entry.getValue(), depth + 1);
                }
            }
        } else if (base instanceof COSArray array) {
            for (var item : array) {
                if (!(item instanceof COSObject)) {
                    look(item, depth + 1);
                }
            }
        }
    }

    private static void lookAt(COSDictionary dictionary) {
        for (var name : dictionary.keySet()) {
            if (ENTRIES.contains(name.getName())) {
                throw active(name.getName());
            }
        }
        if (dictionary.getDictionaryObject(COSName.S) instanceof COSName action && ACTIONS.contains(action.getName())) {
            throw active(action.getName());
        }
    }

    private static Problem active(String what) {
        return Problem.invalid("file", "files.upload.pdf-active", what);
    }

    /** The parser inflates tables of objects whole; so they are measured before it sees them. */
    private static void refuseBombs(byte[] content, String text) {
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
            if (at >= 3 && text.startsWith("end", at - 3)) {
                continue;
            }
            int object = Math.max(Math.max(text.lastIndexOf("obj", at), at - 4096), 0);
            if (TABLE.matcher(text.substring(object, at)).find()) {
                int start = at + 6;
                while (start < content.length && (content[start] == '\r' || content[start] == '\n')) {
                    start++;
                }
                if (inflatesTooFar(content, start)) {
                    throw Pictures.unreadable();
                }
            }
        }
    }

    private static boolean inflatesTooFar(byte[] content, int from) {
        var inflater = new Inflater();
        try {
            inflater.setInput(content, from, content.length - from);
            var sink = new byte[64 * 1024];
            long total = 0;
            while (!inflater.finished()) {
                int got = inflater.inflate(sink);
                if (got == 0) {
                    return false;
                }
                total += got;
                if (total > MAX_INFLATED) {
                    return true;
                }
            }
            return false;
        } catch (DataFormatException e) {
            return false; // not deflated
        } finally {
            inflater.end();
        }
    }
}
