package vn.motcua.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A long plain text in the pieces that make it readable on a phone: parts under headings ("Bước 1: …"), paragraphs, lists.
 * No markup is read: signs stay signs, and a template escapes them. Invisible and control characters are dropped, long
 * paragraphs are parted between sentences. What comes after about a screen and a half is folded, to be opened by the reader.
 * {@code component/prose.jte} prints it.
 */
public record Prose(List<Part> parts) {

    /** A piece within a part. */
    public sealed interface Block {}

    public record Paragraph(String text) implements Block {}

    public record Bullets(List<Item> items) implements Block {}

    /**
     * @param mark what the text itself calls the item, "a)", where others refer to it so; empty for a dash
     * @param deep whether it belongs to the item before it
     */
    public record Item(String mark, String text, boolean deep) {}

    /**
     * @param heading empty for what stands before the first heading
     * @param folded whether the reader opens it
     */
    public record Part(String heading, List<Block> blocks, boolean folded) {}

    /** So many characters stand open; a part that begins later is folded. */
    private static final int OPEN_CHARACTERS = 1_500;

    /** A longer paragraph is parted at the end of a sentence. */
    private static final int LONG_PARAGRAPH = 600;

    /** A longer line that begins like a heading is a heading with a paragraph behind it. */
    private static final int LONGEST_HEADING = 90;

    /** From so many headings on, a list of them stands before the text. */
    private static final int FEW_HEADINGS = 3;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n]]|[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern STEP_WITHIN_A_LINE =
            Pattern.compile("(?<=[.;:!?])[ \\t]+(?=(?:Bước|Step) \\d{1,2} ?[:.])");
    private static final Pattern HEADING =
            Pattern.compile("(?:[-+*•] ?)?((?:Bước|Step|BƯỚC|STEP) \\d{1,2})\\b ?[:.)–-]? ?(.*)");
    private static final Pattern DASH = Pattern.compile("[-–•·*] ?(.+)");
    private static final Pattern PLUS = Pattern.compile("[+○◦] ?(.+)");
    private static final Pattern LETTER =
            Pattern.compile("([a-zđ]\\)|\\d{1,2}\\)|\\((?:\\d{1,2}|[a-zđ]|[ivx]{1,4})\\)) ?(.+)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;!?]) ");

    public Prose {
        parts = List.copyOf(parts);
    }

    public static Prose of(String text) {
        var reader = new Reader();
        var clean = INVISIBLE
                .matcher(Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC))
                .replaceAll("");
        for (var line : STEP_WITHIN_A_LINE.matcher(clean).replaceAll("\n").split("\n")) {
            reader.line(line.replaceAll("[\\p{Z}\\t]+", " ").strip());
        }
        return new Prose(reader.parts());
    }

    /** The headings with the number of their part, for a list of contents; empty where a few are seen at a glance. */
    public List<Integer> contents() {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).heading().isEmpty()) {
                numbers.add(i);
            }
        }
        boolean folded = parts.stream().anyMatch(Part::folded);
        return folded && numbers.size() >= FEW_HEADINGS ? numbers : List.of();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Gathers lines into blocks, blocks into parts. */
    private static final class Reader {

        private final List<Part> parts = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private String heading = "";
        private int before;
        private int here;

        void line(String line) {
            if (line.isEmpty()) {
                closeList();
                return;
            }
            var step = HEADING.matcher(line);
            if (step.matches()) {
                begin(step.group(1), step.group(2), line);
                return;
            }
            var item = item(line);
            if (item != null) {
                items.add(item);
                count(line);
            } else {
                closeList();
                paragraph(line);
            }
        }

        private void begin(String name, String rest, String line) {
            closePart(before > OPEN_CHARACTERS);
            if (line.length() <= LONGEST_HEADING) {
                heading = rest.isEmpty() ? name : name + ": " + rest;
            } else {
                heading = name;
                paragraph(rest);
            }
        }

        private @Nullable Item item(String line) {
            var letter = LETTER.matcher(line);
            if (letter.matches()) {
                return new Item(letter.group(1), letter.group(2), false);
            }
            var plus = PLUS.matcher(line);
            if (plus.matches()) {
                return new Item("", plus.group(1), items.stream().anyMatch(before -> !before.deep()));
            }
            var dash = DASH.matcher(line);
            return dash.matches() ? new Item("", dash.group(1), false) : null;
        }

        private void paragraph(String line) {
            var rest = new StringBuilder();
            for (var sentence : SENTENCE_END.split(line)) {
                if (!rest.isEmpty() && rest.length() + sentence.length() > LONG_PARAGRAPH) {
                    add(new Paragraph(rest.toString()), rest.length());
                    rest.setLength(0);
                }
                rest.append(rest.isEmpty() ? "" : " ").append(sentence);
            }
            add(new Paragraph(rest.toString()), rest.length());
        }

        private void add(Block block, int length) {
            foldWhatIsLong();
            blocks.add(block);
            here += length;
        }

        private void count(String line) {
            here += line.length();
            foldWhatIsLong();
        }

        /** A part that runs on and on is parted itself: the rest has no heading of its own and is folded. */
        private void foldWhatIsLong() {
            boolean open = before <= OPEN_CHARACTERS;
            if (open && before + here > OPEN_CHARACTERS && !(blocks.isEmpty() && items.isEmpty())) {
                closePart(false);
                before = OPEN_CHARACTERS + 1;
            }
        }

        private void closeList() {
            if (!items.isEmpty()) {
                blocks.add(new Bullets(List.copyOf(items)));
                items.clear();
            }
        }

        private void closePart(boolean folded) {
            closeList();
            if (!blocks.isEmpty() || !heading.isEmpty()) {
                parts.add(new Part(heading, List.copyOf(blocks), folded));
            }
            before += here;
            here = 0;
            blocks.clear();
            heading = "";
        }

        List<Part> parts() {
            closePart(before > OPEN_CHARACTERS);
            return parts;
        }
    }
}
