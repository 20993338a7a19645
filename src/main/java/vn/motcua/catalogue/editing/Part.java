package vn.motcua.catalogue.editing;

import java.util.Arrays;
import java.util.List;

/**
 * One part of a record as an editor fills it in.
 *
 * @param path where it stands in the record, or in one row of a list: {@code field.name}
 * @param max the most characters, or the largest number
 * @param options the values to choose from; {@code words} the beginning of their message keys
 */
public record Part(String path, Kind kind, long max, boolean optional, List<String> options, String words) {

    /** How it is asked. */
    public enum Kind {
        /** Words in Vietnamese and English. */
        WORDS,
        /** Many of them, one a line, as many in English as in Vietnamese. */
        WORD_LINES,
        LINE,
        /** Many, one a line. */
        LINES,
        WHOLE,
        DAY,
        FLAG,
        ONE,
        MANY,
        /** A number and a unit. */
        LIMIT,
        AGENCY,
        CONDITION,
        PROCEDURES
    }

    static Part words(String path, int max) {
        return new Part(path, Kind.WORDS, max, false, List.of(), "");
    }

    static Part of(String path, Kind kind, long max) {
        return new Part(path, kind, max, false, List.of(), "");
    }

    static Part choice(String path, Kind kind, String words, Enum<?>... options) {
        return new Part(
                path, kind, 40, false, Arrays.stream(options).map(Enum::name).toList(), words);
    }

    static Part choice(String path, Kind kind, String words, String... options) {
        return new Part(path, kind, 40, false, List.of(options), words);
    }

    Part orNothing() {
        return new Part(path, kind, max, true, options, words);
    }

    /** Whether it stands in two fields side by side. */
    public boolean isBilingual() {
        return kind == Kind.WORDS || kind == Kind.WORD_LINES;
    }
}
