package vn.motcua.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files as people send them, and as nobody should. */
final class Samples {

    private Samples() {}

    interface Change {
        void to(PDDocument document) throws IOException;
    }

    static byte[] pdf() {
        return pdf(_ -> {});
    }

    static byte[] pdf(Change change) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.to(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdfWithAction(String kind) {
        return pdf(document -> {
            var action = new COSDictionary();
            action.setItem(COSName.S, COSName.getPDFName(kind));
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("OpenAction"), action);
        });
    }

    static byte[] pdfWithPassword(String user) {
        return pdf(document -> document.protect(new StandardProtectionPolicy("owner", user, new AccessPermission())));
    }

    static byte[] image(String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG of a few bytes that claims to be 60,000 pixels wide and high. */
    static byte[] bomb() {
        var png = ByteBuffer.wrap(image("png"));
        png.putInt(16, 60_000).putInt(20, 60_000);
        var crc = new CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt(29, (int) crc.getValue());
        return png.array();
    }

    /** A PDF whose table of objects swells to 200 MB. */
    static byte[] pdfBomb() {
        try {
            var swelling = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(swelling, new Deflater(9))) {
                var zeros = new byte[1 << 20];
                for (int i = 0; i < 200; i++) {
                    out.write(zeros);
                }
            }
            var pdf = new ByteArrayOutputStream();
            pdf.write(("%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + swelling.size()
                            + ">>\nstream\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            swelling.writeTo(pdf);
            pdf.write("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
                    .getBytes(StandardCharsets.ISO_8859_1));
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] heic() {
        var bytes = new byte[64];
        System.arraycopy("\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 24);
        return bytes;
    }

    static byte[] and(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    static byte[] and(byte[] first, String second) {
        return and(first, second.getBytes(StandardCharsets.ISO_8859_1));
    }
}
