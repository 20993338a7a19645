package vn.motcua.web;

import java.util.Locale;

/** Every sentence that a person can see, by key and language; read from {@code messages/<module>_{vi,en}.properties}. */
public interface Messages {

    Locale VIETNAMESE = Locale.of("vi");

    /** Refuses an unknown key with an {@link IllegalArgumentException}: a page never shows a bare key. */
    String text(Locale locale, String key, Object... args);
}
