package vn.motcua.question.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.DayStrip;
import vn.motcua.web.Link;

/**
 * One's own question before it is published, or when it never will be.
 *
 * @param received shown once, right after it was sent
 * @param answer empty while there is none to give
 * @param published where the answer stands, null where it does not
 */
public record OwnPage(
        String code,
        String key,
        boolean received,
        String procedure,
        String agency,
        String tag,
        String kind,
        String date,
        String sentence,
        @Nullable DayStrip days,
        List<String> words,
        List<String> answer,
        String law,
        @Nullable Link published) {}
