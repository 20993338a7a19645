package vn.motcua.time;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the one clock.
 *
 * @param movable whether the clock can be moved; only a start with the sandbox says so, never a production start
 * @param start what the clock shows at the first start of an empty data directory, as in {@code
 *     2026-11-16T08:00+07:00}; later starts go on from what was kept. Only with {@code movable}.
 */
@ConfigurationProperties(prefix = "motcua.time", ignoreUnknownFields = false)
record TimeSettings(
        @DefaultValue("false") boolean movable, @Nullable String start) {

    TimeSettings {
        if (start != null && !start.isBlank()) {
            OffsetDateTime.parse(start); // a start with a time that nobody can read stops here
            if (!movable) {
                throw new IllegalArgumentException("motcua.time.start is only for a start with the sandbox");
            }
        }
    }

    @Nullable
    OffsetDateTime startTime() {
        return start == null || start.isBlank() ? null : OffsetDateTime.parse(start);
    }
}
