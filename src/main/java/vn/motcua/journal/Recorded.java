package vn.motcua.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.PersonId;

/** One event as the journal holds it. {@code data} is a JSON object; see {@link Entry}. */
public record Recorded(
        long position,
        String stream,
        int version,
        String type,
        int schema,
        Instant at,
        PersonId actor,
        @Nullable PersonId onBehalfOf,
        String data) {}
