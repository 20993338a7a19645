package vn.motcua.files;

import java.text.Normalizer;

/**
 * A file's name made harmless: without path, control or direction signs, at most 200 characters, its ending kept. It is for
 * showing only; nothing on the disk is ever called so.
 */
final class CleanName {

    private static final int MAX = 200;

    private CleanName() {}

    /**
     * @param mediaType as found in the content; decides the ending, so that {@code photo.pdf.exe} does not stay one
     */
    static String of(String given, String mediaType) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*%]", "_")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[.\\s~-]+", "");
        var ending = ending(mediaType);
        var stem = name.replaceAll("(?i)\\.(pdf|jpe?g|png|docx|xlsx)$", "").replaceAll("[.\\s]+$", "");
        if (stem.isBlank() || stem.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?")) {
            stem = "giay-to";
        }
        int room = MAX - ending.length();
        if (stem.length() > room) {
            int end = Character.isHighSurrogate(stem.charAt(room - 1)) ? room - 1 : room;
            stem = stem.substring(0, end);
        }
        return stem + ending;
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case OfficeTraps.DOCX -> ".docx";
            case OfficeTraps.XLSX -> ".xlsx";
            default -> "";
        };
    }
}
