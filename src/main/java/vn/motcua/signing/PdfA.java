package vn.motcua.signing;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** What makes a PDF keepable for decades (ISO 19005-2, level b): title, language, metadata, and what its colours mean. */
final class PdfA {

    private static final byte[] COLOURS =
            deflated(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

    private PdfA() {}

    static void describe(PDDocument document, String title, Locale locale) throws IOException {
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Motcua");
        document.setDocumentInformation(information);
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setString(COSName.LANG, locale.toLanguageTag());
        var view = new COSDictionary();
        view.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        catalog.setItem(COSName.getPDFName("ViewerPreferences"), view);
        catalog.setItem(COSName.METADATA, metadata(document, title));
        catalog.setItem(COSName.getPDFName("OutputIntents"), intents(document));
    }

    private static COSDictionary metadata(PDDocument document, String title) throws IOException {
        var stream = document.getDocument().createCOSStream();
        stream.setItem(COSName.TYPE, COSName.METADATA);
        stream.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
        try (var out = stream.createOutputStream()) {
            out.write("""
                    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                     xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                    <pdf:Producer>Motcua</pdf:Producer>
                    <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
                    </rdf:Description></rdf:RDF></x:xmpmeta>
                    <?xpacket end="w"?>""".formatted(escaped(title)).getBytes(StandardCharsets.UTF_8));
        }
        return stream;
    }

    private static COSArray intents(PDDocument document) throws IOException {
        var profile = document.getDocument().createCOSStream();
        profile.setInt(COSName.N, 3);
        try (var out = profile.createRawOutputStream()) {
            out.write(COLOURS);
        }
        profile.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        var intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.getPDFName("OutputIntent"));
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setString(COSName.getPDFName("OutputConditionIdentifier"), "sRGB IEC61966-2.1");
        intent.setString(COSName.getPDFName("Info"), "sRGB IEC61966-2.1");
        intent.setItem(COSName.getPDFName("DestOutputProfile"), profile);
        var intents = new COSArray();
        intents.add(intent);
        return intents;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] deflated(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
