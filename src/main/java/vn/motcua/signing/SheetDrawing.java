package vn.motcua.signing;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.motcua.signing.Sheet.Block;

/** Draws the blocks of a {@link Sheet}, in points (1/72 inch) from the bottom left of each A4 page. */
final class SheetDrawing {

    private static final float MM = 72f / 25.4f;
    private static final float LEFT = 22 * MM;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 18 * MM;
    private static final float TOP = PDRectangle.A4.getHeight() - 18 * MM;
    private static final float BOTTOM = 22 * MM;
    private static final float WIDTH = RIGHT - LEFT;
    private static final float LABEL = 52 * MM;
    private static final float QR = 38 * MM; // with its quiet zone; the squares alone are 30 mm or more
    private static final float BODY = 10.5f;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 1.45f;

    private final String name;
    private final Locale locale;
    private final String footer;

    SheetDrawing(String name, Locale locale, String footer) {
        this.name = name;
        this.locale = locale;
        this.footer = footer;
    }

    byte[] draw(List<Block> blocks) {
        var fonts = Fonts.borrow();
        try (var document = new PDDocument()) {
            document.setVersion(1.7f);
            try (var pen = new Pen(document, fonts, TOP, BOTTOM)) {
                for (var block : blocks) {
                    draw(pen, block);
                }
                pen.finish(page -> footer + " · " + page, LEFT, 12 * MM, SMALL);
            }
            PdfA.describe(document, name, locale);
            var out = new ByteArrayOutputStream(32 * 1024);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fonts.giveBack();
        }
    }

    private static void draw(Pen pen, Block block) throws IOException {
        switch (block) {
            case Block.Letterhead head -> letterhead(pen, head);
            case Block.Title title -> centred(pen, title.text(), 16, "H1");
            case Block.Heading heading -> {
                pen.down(6);
                text(pen, "H2", heading.text(), 12, true);
            }
            case Block.Paragraph paragraph -> {
                text(pen, "P", paragraph.text(), paragraph.small() ? SMALL : BODY, false);
                pen.down(3);
            }
            case Block.Row row -> row(pen, row);
            case Block.Table table -> table(pen, table);
            case Block.Qr qr -> qr(pen, qr);
            case Block.Gap gap -> pen.down(gap.millimetres() * MM);
        }
    }

    private static void letterhead(Pen pen, Block.Letterhead head) throws IOException {
        float middle = LEFT + WIDTH * 0.45f;
        float gap = 5 * MM;
        float top = pen.y();
        float leftEnd = column(pen, LEFT, middle - gap - LEFT, top, head.agency(), head.unit());
        float rightEnd = column(pen, middle, RIGHT - middle, top, head.nation(), head.motto());
        pen.moveTo(Math.min(leftEnd, rightEnd));
        pen.down(14);
    }

    private static float column(Pen pen, float x, float width, float top, String first, String second)
            throws IOException {
        var element = pen.tags().element("P");
        float y = top;
        for (var line : pen.wrap(first, 10, false, width)) {
            y -= 10 * LEADING;
            pen.line(element, line, x + (width - pen.width(line, 10, false)) / 2, y, 10, false);
        }
        for (var line : pen.wrap(second, 10, true, width)) {
            y -= 10 * LEADING;
            pen.line(element, line, x + (width - pen.width(line, 10, true)) / 2, y, 10, true);
        }
        pen.rule(x + width / 2 - 22 * MM, x + width / 2 + 22 * MM, y - 4);
        return y - 4;
    }

    private static void centred(Pen pen, String text, float size, String type) throws IOException {
        var element = pen.tags().element(type);
        for (var line : pen.wrap(text, size, true, WIDTH)) {
            pen.need(size * LEADING);
            pen.down(size * 1.3f);
            pen.line(element, line, LEFT + (WIDTH - pen.width(line, size, true)) / 2, pen.y(), size, true);
        }
        pen.down(12);
    }

    private static void text(Pen pen, String type, String text, float size, boolean bold) throws IOException {
        var element = pen.tags().element(type);
        for (var line : pen.wrap(text, size, bold, WIDTH)) {
            pen.need(size * LEADING);
            pen.down(size * LEADING);
            pen.line(element, line, LEFT, pen.y(), size, bold);
        }
    }

    private static void row(Pen pen, Block.Row row) throws IOException {
        var element = pen.tags().element("P");
        var labels = pen.wrap(row.label(), BODY, false, LABEL - 4 * MM);
        var values = pen.wrap(row.value(), BODY, true, WIDTH - LABEL);
        for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
            pen.need(BODY * LEADING);
            pen.down(BODY * LEADING);
            if (i < labels.size()) {
                pen.line(element, labels.get(i), LEFT, pen.y(), BODY, false);
            }
            if (i < values.size()) {
                pen.line(element, values.get(i), LEFT + LABEL, pen.y(), BODY, true);
            }
        }
        pen.down(2.5f);
    }

    private static void table(Pen pen, Block.Table table) throws IOException {
        var element = pen.tags().element("Table");
        float total = table.weights().stream().mapToInt(Integer::intValue).sum();
        var widths =
                table.weights().stream().map(weight -> WIDTH * weight / total).toList();
        pen.down(4);
        cells(pen, element, "TH", table.heads(), widths);
        for (var row : table.rows()) {
            if (!pen.fits(height(pen, row, widths))) {
                pen.newPage();
                cells(pen, element, "TH", table.heads(), widths);
            }
            cells(pen, element, "TD", row, widths);
        }
        pen.down(6);
    }

    private static float height(Pen pen, List<String> cells, List<Float> widths) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            lines = Math.max(
                    lines,
                    pen.wrap(cells.get(i), BODY, false, widths.get(i) - 3 * MM).size());
        }
        return lines * BODY * LEADING + 6;
    }

    private static void cells(Pen pen, COSDictionary table, String type, List<String> cells, List<Float> widths)
            throws IOException {
        var row = pen.tags().element("TR", table);
        boolean bold = type.equals("TH");
        pen.need(height(pen, cells, widths));
        float top = pen.y();
        float end = top;
        float x = LEFT;
        for (int i = 0; i < cells.size(); i++) {
            var cell = pen.tags().element(type, row);
            if (bold) {
                scope(cell);
            }
            float y = top;
            for (var line : pen.wrap(cells.get(i), BODY, bold, widths.get(i) - 3 * MM)) {
                y -= BODY * LEADING;
                pen.line(cell, line, x, y, BODY, bold);
            }
            end = Math.min(end, y);
            x += widths.get(i);
        }
        pen.moveTo(end - 5);
        pen.rule(LEFT, RIGHT, pen.y());
    }

    private static void scope(COSDictionary head) {
        var attributes = new COSDictionary();
        attributes.setItem(COSName.O, COSName.getPDFName("Table"));
        attributes.setItem(COSName.getPDFName("Scope"), COSName.getPDFName("Column"));
        head.setItem(COSName.A, attributes);
    }

    private static void qr(Pen pen, Block.Qr qr) throws IOException {
        pen.need(QR + 10);
        pen.down(8);
        float top = pen.y();
        var figure = pen.tags().element("Figure");
        figure.setString(COSName.ALT, qr.caption() + " " + qr.token());
        try {
            var matrix = Encoder.encode(qr.content(), ErrorCorrectionLevel.M).getMatrix();
            pen.squares(figure, matrix, LEFT, top - QR, QR);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
        var element = pen.tags().element("P");
        float x = LEFT + QR + 6 * MM;
        float y = top - 4;
        for (var line : pen.wrap(qr.caption(), SMALL + 0.5f, false, RIGHT - x)) {
            y -= SMALL * LEADING;
            pen.line(element, line, x, y, SMALL + 0.5f, false);
        }
        for (var line : pen.wrap(qr.token(), 11, true, RIGHT - x)) {
            y -= 11 * 1.6f;
            pen.line(element, line, x, y, 11, true);
        }
        pen.moveTo(Math.min(top - QR, y));
        pen.down(6);
    }
}
