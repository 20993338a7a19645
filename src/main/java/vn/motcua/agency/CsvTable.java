package vn.motcua.agency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One file of comma-separated values (RFC 4180, in UTF-8, its first line names the columns), read whole. Notes as mistakes:
 * another encoding, columns that are missing or not known, lines of another width, and whatever is larger than any real file.
 */
final class CsvTable {

    private static final long MAX_BYTES = 16L << 20;
    private static final int MAX_LINES = 100_000;
    private static final int MAX_FIELD = 300;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A line below the heading; its number counts from 1 at the heading. */
    record Line(CsvTable table, int number, List<String> fields) {

        /** The value of a column, in NFC and without blanks around it; empty where the file has no such column. */
        String get(String column) {
            var place = table.places.get(column);
            return place == null
                    ? ""
                    : Normalizer.normalize(fields.get(place), Normalizer.Form.NFC)
                            .strip();
        }
    }

    private final String file;
    private final FileMistakes mistakes;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private CsvTable(String file, FileMistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    static List<Line> read(Path path, Set<String> needed, Set<String> optional, FileMistakes mistakes) {
        var table = new CsvTable(path.getFileName().toString(), mistakes);
        var text = table.text(path);
        if (text != null) {
            table.parse(text, needed, optional);
        }
        return table.lines;
    }

    private @Nullable String text(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                mistakes.add(file, 1, "file", "agency.import.file.missing");
                return null;
            }
            if (Files.size(path) > MAX_BYTES) {
                mistakes.add(file, 1, "file", "agency.import.file.large", String.valueOf(MAX_BYTES >> 20));
                return null;
            }
            return decoded(Files.readAllBytes(path));
        } catch (IOException e) {
            mistakes.add(file, 1, "file", "agency.import.file.unreadable");
            return null;
        }
    }

    private @Nullable String decoded(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            var text = decoder.decode(in).toString();
            return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            mistakes.add(file, line, "file", "agency.import.encoding");
            return null;
        }
    }

    private void parse(String text, Set<String> needed, Set<String> optional) {
        int width = -1;
        int number = 1;
        for (int at = 0; at < text.length() && !mistakes.full(); ) {
            var fields = new ArrayList<String>();
            int start = number;
            int end = fields(text, at, fields);
            if (end < 0) {
                mistakes.add(file, start, "line", "agency.import.quotes");
                return;
            }
            number +=
                    (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
            at = end;
            if (start > MAX_LINES) {
                mistakes.add(file, start, "file", "agency.import.file.long", String.valueOf(MAX_LINES));
                return;
            }
            if (width < 0) {
                width = fields.size();
                if (!heading(fields, needed, optional)) {
                    return;
                }
            } else if (fields.size() != width) {
                if (fields.size() > 1 || !fields.getFirst().isBlank()) {
                    mistakes.add(file, start, "line", "agency.import.width", fields.size(), width);
                }
            } else if (fields.stream().anyMatch(field -> field.length() > MAX_FIELD)) {
                mistakes.add(file, start, "line", "agency.import.field.long", String.valueOf(MAX_FIELD));
            } else {
                lines.add(new Line(this, start, fields));
            }
        }
        if (width < 0) {
            mistakes.add(file, 1, "file", "agency.import.file.empty");
        }
    }

    private boolean heading(List<String> names, Set<String> needed, Set<String> optional) {
        var missing = new TreeSet<>(needed);
        boolean well = true;
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i).strip();
            missing.remove(name);
            if (!needed.contains(name) && !optional.contains(name) || places.putIfAbsent(name, i) != null) {
                var shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
                mistakes.add(file, 1, shown, "agency.import.column.unknown", String.join(", ", new TreeSet<>(needed)));
                well = false;
            }
        }
        missing.forEach(name -> mistakes.add(file, 1, name, "agency.import.column.missing"));
        return well && missing.isEmpty();
    }

    /** Reads the fields of one line and answers where the next begins; -1 where a quotation never ends. */
    private static int fields(String text, int from, List<String> fields) {
        var field = new StringBuilder();
        boolean quoted = false;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append(text.charAt(at++));
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r' || at < text.length() && text.charAt(at) != '\n') {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return quoted ? -1 : at;
    }

    String file() {
        return file;
    }
}
