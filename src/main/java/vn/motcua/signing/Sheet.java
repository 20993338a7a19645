package vn.motcua.signing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A paper of A4 sheets, built from top to bottom and drawn at the end: embedded font with every Vietnamese letter, tagged for
 * screen readers, shaped after PDF/A-2b. Refuses control characters; letters that the font lacks lose their marks or become
 * a question mark.
 *
 * <pre>{@code
 * byte[] pdf = Sheet.of("Giấy tiếp nhận hồ sơ", Locale.of("vi"), "H26-261116-0001")
 *         .letterhead("Sở Xây dựng", "Bộ phận Một cửa", nation, motto)
 *         .title("Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
 *         .row("Mã hồ sơ", code)
 *         .qr("https://motcua.example/verify#TOKEN", "Quét để kiểm tra", token)
 *         .pdf();
 * }</pre>
 */
public final class Sheet {

    /** What stands on a sheet, from top to bottom. */
    sealed interface Block {
        record Letterhead(String agency, String unit, String nation, String motto) implements Block {}

        record Title(String text) implements Block {}

        record Heading(String text) implements Block {}

        record Paragraph(String text, boolean small) implements Block {}

        record Row(String label, String value) implements Block {}

        record Table(List<String> heads, List<List<String>> rows, List<Integer> weights) implements Block {}

        record Qr(String content, String caption, String token) implements Block {}

        record Gap(float millimetres) implements Block {}
    }

    /** The most blocks and table rows of one paper; a longer one is a mistake. */
    private static final int MAX_BLOCKS = 2_000;

    private static final int MAX_TEXT = 20_000;

    private final String name;
    private final Locale locale;
    private final String footer;
    private final List<Block> blocks = new ArrayList<>();

    private Sheet(String name, Locale locale, String footer) {
        this.name = clean(name);
        this.locale = locale;
        this.footer = clean(footer);
    }

    /**
     * @param name the document's title, shown by readers in their window
     * @param footer at the foot of each page, before the page's number
     */
    public static Sheet of(String name, Locale locale, String footer) {
        return new Sheet(name, locale, footer);
    }

    /** The head of an official paper: who issues it on the left, nation and motto on the right. */
    public Sheet letterhead(String agency, String unit, String nation, String motto) {
        return add(new Block.Letterhead(clean(agency), clean(unit), clean(nation), clean(motto)));
    }

    public Sheet title(String text) {
        return add(new Block.Title(clean(text)));
    }

    public Sheet heading(String text) {
        return add(new Block.Heading(clean(text)));
    }

    public Sheet paragraph(String text) {
        return add(new Block.Paragraph(clean(text), false));
    }

    /** A paragraph in small letters, for notes. */
    public Sheet note(String text) {
        return add(new Block.Paragraph(clean(text), true));
    }

    /** A label and its value on one line, or on several where the value is long. */
    public Sheet row(String label, String value) {
        return add(new Block.Row(clean(label), clean(value)));
    }

    /**
     * A table; its head is repeated on each page.
     *
     * @param weights the columns' shares of the width, one per head
     */
    public Sheet table(List<String> heads, List<List<String>> rows, List<Integer> weights) {
        if (heads.isEmpty() || heads.size() != weights.size() || rows.size() > MAX_BLOCKS) {
            throw new IllegalArgumentException("A table has a weight per head and at most " + MAX_BLOCKS + " rows");
        }
        var cleaned = rows.stream()
                .map(row -> {
                    if (row.size() != heads.size()) {
                        throw new IllegalArgumentException("A row has as many cells as there are heads");
                    }
                    return row.stream().map(Sheet::clean).toList();
                })
                .toList();
        return add(new Block.Table(heads.stream().map(Sheet::clean).toList(), cleaned, List.copyOf(weights)));
    }

    /** A QR code of 32 mm with a caption and the token in letters beside it, for people without a camera. */
    public Sheet qr(String content, String caption, String token) {
        return add(new Block.Qr(content, clean(caption), clean(token)));
    }

    public Sheet gap(float millimetres) {
        return add(new Block.Gap(millimetres));
    }

    /** Draws it. */
    public byte[] pdf() {
        return new SheetDrawing(name, locale, footer).draw(blocks);
    }

    private Sheet add(Block block) {
        if (blocks.size() >= MAX_BLOCKS) {
            throw new IllegalArgumentException("A paper has at most " + MAX_BLOCKS + " parts");
        }
        blocks.add(block);
        return this;
    }

    /** Composed letters (NFC) without control or direction signs. */
    private static String clean(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("A part of a paper has at most " + MAX_TEXT + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            int type = Character.getType(text.charAt(i));
            if (type == Character.CONTROL && text.charAt(i) != '\n') {
                throw new IllegalArgumentException(
                        "A control character cannot be printed: U+%04X".formatted((int) text.charAt(i)));
            }
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
