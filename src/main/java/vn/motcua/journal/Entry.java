package vn.motcua.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.PersonId;

/**
 * One event on its way into the journal.
 *
 * @param stream what it happened to, kind first: {@code dossier/H26-261116-0001}, {@code obligation/<uuid>}
 * @param version the aggregate's version after the event: 1, 2, 3 … in its stream; guarded by the aggregate's own row
 * @param type a past participle with its room, {@code dossier.Accepted}
 * @param schema the number of the shape of {@code data}; fields are only ever added
 * @param actor who did it; {@link PersonId#SYSTEM} for the portal itself
 * @param data codes, times, amounts and states, as a JSON object; never a name or free text
 * @param secrets free text by name, kept in erasable rows beside the journal
 */
public record Entry(
        String stream,
        int version,
        String type,
        int schema,
        PersonId actor,
        @Nullable PersonId onBehalfOf,
        String data,
        Map<String, String> secrets) {

    public Entry {
        secrets = Map.copyOf(secrets);
    }
}
