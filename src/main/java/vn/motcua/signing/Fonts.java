package vn.motcua.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Be Vietnam Pro (SIL OFL), parsed once and lent to one sheet at a time, because a parsed font is not safe between threads
 * and parsing costs as much as drawing a page.
 */
final class Fonts {

    /** Every sign that our font can draw lies below this. */
    private static final int SIGNS = 0x2200;

    private static final ConcurrentLinkedQueue<Fonts> POOL = new ConcurrentLinkedQueue<>();
    private static final float @Nullable [] NOT_YET = null;
    private static float @Nullable [] regularWidths = NOT_YET;
    private static float @Nullable [] boldWidths = NOT_YET;

    final TrueTypeFont regular;
    final TrueTypeFont bold;

    private Fonts() {
        regular = parse("/font/BeVietnamPro-Regular.ttf");
        bold = parse("/font/BeVietnamPro-SemiBold.ttf");
    }

    static Fonts borrow() {
        var free = POOL.poll();
        return free != null ? free : new Fonts();
    }

    void giveBack() {
        POOL.add(this);
    }

    /** Widths in thousandths of the size by sign; below zero where the font has none. */
    float[] widths(boolean ofBold) {
        var known = ofBold ? boldWidths : regularWidths;
        if (known == null) {
            known = measure(ofBold ? bold : regular);
            if (ofBold) {
                boldWidths = known;
            } else {
                regularWidths = known;
            }
        }
        return known;
    }

    private static float[] measure(TrueTypeFont font) {
        try {
            var widths = new float[SIGNS];
            var map = font.getUnicodeCmapLookup();
            float scale = 1000f / font.getUnitsPerEm();
            for (int sign = 0; sign < SIGNS; sign++) {
                int glyph = map.getGlyphId(sign);
                widths[sign] = glyph == 0 ? -1 : font.getAdvanceWidth(glyph) * scale;
            }
            return widths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parse(String resource) {
        try (var in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The font " + resource + " is not in the build");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
