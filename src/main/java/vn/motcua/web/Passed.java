package vn.motcua.web;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a timeline.
 *
 * @param state "" done, {@code now}, {@code next} or {@code late}
 * @param when in words; {@code moment} for machines (ISO 8601); both empty where it has not come yet
 * @param link a paper that belongs to it, or null
 */
public record Passed(
        String title,
        String state,
        String when,
        String moment,
        String text,
        @Nullable Link link) {}
