package vn.motcua.web;

import java.util.List;
import java.util.Locale;

/** Every sentence that a person can see, by key and language; read from {@code messages/<module>_{vi,en}.properties}. */
public interface Messages {

    Locale VIETNAMESE = Locale.of("vi");

    /** An argument that is itself a sentence. */
    record Key(String key, List<Object> args) {
        public Key {
            args = List.copyOf(args);
        }
    }

    /** An argument that is a size, printed as {@code 10,5 MB}. */
    record Bytes(long count) {}

    /** Refuses an unknown key with an {@link IllegalArgumentException}: a page never shows a bare key. */
    String text(Locale locale, String key, Object... args);

    /** All sentences that are shipped, for what works without the portal: the operator's tool. */
    static Messages shipped() {
        return new Sentences();
    }
}
