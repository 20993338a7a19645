package vn.motcua.files;

import java.util.UUID;

/** Names one file as it was given or made; the same bytes given twice are two files and one blob. */
public record FileId(UUID value) {

    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
