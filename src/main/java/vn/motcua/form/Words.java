package vn.motcua.form;

import vn.motcua.shared.Text;

/** How labels stand inside a sentence. */
final class Words {

    private Words() {}

    /** "Số giấy phép" becomes "số giấy phép"; an abbreviation keeps its capitals. */
    static Text inSentence(Text label) {
        return new Text(inSentence(label.vi()), inSentence(label.en()));
    }

    private static String inSentence(String label) {
        if (label.length() < 2 || Character.isUpperCase(label.charAt(1))) {
            return label;
        }
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
