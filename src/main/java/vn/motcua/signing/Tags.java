package vn.motcua.signing;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The structure that a screen reader follows: elements, and for each page which piece of it belongs to which element. */
final class Tags {

    private final COSDictionary root = new COSDictionary();
    private final COSDictionary top;
    private final COSArray byPage = new COSArray();
    private COSArray pieces = new COSArray();
    private PDPage page = new PDPage();

    Tags() {
        root.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
        top = element("Document", root);
    }

    /** From here on pieces belong to this page. */
    void page(PDPage next) {
        page = next;
        pieces = new COSArray();
        next.getCOSObject().setInt(COSName.STRUCT_PARENTS, byPage.size() / 2);
        byPage.add(COSInteger.get(byPage.size() / 2));
        byPage.add(pieces);
    }

    COSDictionary element(String type) {
        return element(type, top);
    }

    COSDictionary element(String type, COSDictionary parent) {
        var element = new COSDictionary();
        element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        element.setItem(COSName.S, COSName.getPDFName(type));
        element.setItem(COSName.P, parent);
        kids(parent).add(element);
        return element;
    }

    /** A piece of the page's content that belongs to the element; returns its number on the page (MCID). */
    int piece(COSDictionary element) {
        int number = pieces.size();
        pieces.add(element);
        var reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        reference.setItem(COSName.PG, page.getCOSObject());
        reference.setInt(COSName.MCID, number);
        kids(element).add(reference);
        return number;
    }

    void attachTo(PDDocument document) {
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, byPage);
        root.setItem(COSName.PARENT_TREE, tree);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, byPage.size() / 2);
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
        var marked = new COSDictionary();
        marked.setBoolean(COSName.getPDFName("Marked"), true);
        catalog.setItem(COSName.getPDFName("MarkInfo"), marked);
    }

    private static COSArray kids(COSDictionary element) {
        var kids = element.getCOSArray(COSName.K);
        if (kids == null) {
            kids = new COSArray();
            element.setItem(COSName.K, kids);
        }
        return kids;
    }
}
