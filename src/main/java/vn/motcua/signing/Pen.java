package vn.motcua.signing;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes lines onto pages and knows where it stands; starts a new page when the present one is full. */
final class Pen implements AutoCloseable {

    private final PDDocument document;
    private final Fonts fonts;
    private final PDType0Font regular;
    private final PDType0Font bold;
    private final Tags tags = new Tags();
    private final float top;
    private final float bottom;
    private PDPageContentStream content;
    private float y;

    Pen(PDDocument document, Fonts fonts, float top, float bottom) throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.regular = PDType0Font.load(document, fonts.regular, true);
        this.bold = PDType0Font.load(document, fonts.bold, true);
        this.top = top;
        this.bottom = bottom;
        this.y = top;
        this.content = page();
    }

    Tags tags() {
        return tags;
    }

    float y() {
        return y;
    }

    void moveTo(float height) {
        y = height;
    }

    void down(float points) {
        y -= points;
    }

    boolean fits(float points) {
        return y - points >= bottom;
    }

    void need(float points) throws IOException {
        if (!fits(points)) {
            newPage();
        }
    }

    void newPage() throws IOException {
        content.close();
        content = page();
        y = top;
    }

    private PDPageContentStream page() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.addPage(page);
        tags.page(page);
        return new PDPageContentStream(document, page);
    }

    void line(COSDictionary element, String text, float x, float height, float size, boolean inBold)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        var type = element.getCOSName(COSName.S);
        begin(type == null ? COSName.P : type, tags.piece(element));
        write(text, x, height, size, inBold);
        content.endMarkedContent();
    }

    /** A thin rule; decoration that screen readers pass over. */
    void rule(float from, float to, float height) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setLineWidth(0.5f);
        content.moveTo(from, height);
        content.lineTo(to, height);
        content.stroke();
        content.endMarkedContent();
    }

    /** The dark squares of a QR code, joined line by line, with the quiet zone of four squares that readers need. */
    void squares(COSDictionary figure, ByteMatrix matrix, float x, float height, float side) throws IOException {
        begin(COSName.getPDFName("Figure"), tags.piece(figure));
        float unit = side / (matrix.getWidth() + 8);
        for (int row = 0; row < matrix.getHeight(); row++) {
            int start = -1;
            for (int column = 0; column <= matrix.getWidth(); column++) {
                boolean dark = column < matrix.getWidth() && matrix.get(column, row) == 1;
                if (dark && start < 0) {
                    start = column;
                } else if (!dark && start >= 0) {
                    float bottomLeft = height + side - (row + 5) * unit;
                    content.addRect(x + (start + 4) * unit, bottomLeft, (column - start) * unit, unit);
                    start = -1;
                }
            }
        }
        content.fill();
        content.endMarkedContent();
    }

    /** Puts the foot under each page, now that their number is known, and hands over the structure. */
    void finish(UnaryOperator<String> foot, float x, float height, float size) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            content = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, false);
            content.beginMarkedContent(COSName.ARTIFACT);
            write(foot.apply((i + 1) + "/" + pages), x, height, size, false);
            content.endMarkedContent();
            content.close();
        }
        tags.attachTo(document);
    }

    /** The text in lines no wider than given; a word that is wider is broken. */
    List<String> wrap(String text, float size, boolean inBold, float width) {
        var lines = new ArrayList<String>();
        for (var part : printable(text).split("\n", -1)) {
            var line = new StringBuilder();
            for (var word : part.split(" ", -1)) {
                while (width(word, size, inBold) > width) {
                    int fit = word.length() - 1;
                    while (fit > 1 && width(word.substring(0, fit), size, inBold) > width) {
                        fit--;
                    }
                    if (!line.isEmpty()) {
                        lines.add(line.toString());
                        line.setLength(0);
                    }
                    lines.add(word.substring(0, fit));
                    word = word.substring(fit);
                }
                if (!line.isEmpty() && width(line + " " + word, size, inBold) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    float width(String text, float size, boolean inBold) {
        var widths = fonts.widths(inBold);
        float sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            sum += sign < widths.length && widths[sign] >= 0 ? widths[sign] : 600;
        }
        return sum * size / 1000;
    }

    private void begin(COSName type, int number) throws IOException {
        content.beginMarkedContent(type, number);
    }

    private void write(String text, float x, float height, float size, boolean inBold) throws IOException {
        content.beginText();
        content.setFont(inBold ? bold : regular, size);
        content.newLineAtOffset(x, height);
        content.showText(printable(text));
        content.endText();
    }

    /** What the font lacks loses its marks, and what it lacks even then becomes a question mark. */
    private String printable(String text) {
        var widths = fonts.widths(false);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\n' && !known(widths, text.charAt(i))) {
                return replaced(widths, text);
            }
        }
        return text;
    }

    private static String replaced(float[] widths, String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (sign == '\n' || known(widths, sign)) {
                out.appendCodePoint(sign);
            } else {
                int base = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD)
                        .codePointAt(0);
                out.append(known(widths, base) ? Character.toString(base) : "?");
            }
        });
        return out.toString();
    }

    private static boolean known(float[] widths, int sign) {
        return sign < widths.length && widths[sign] >= 0;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
