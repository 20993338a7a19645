package vn.motcua.dossier;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.journal.Recorded;

/**
 * How the events of this room look in the journal, shape number 1: fields in alphabetical order, times in UTC as text. Its
 * settings are its own, so that a change of the API's JSON never changes the record.
 */
final class EventJson {

    static final int SCHEMA = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    /** The event of a journal row. Refuses a type that this room never wrote. */
    static DossierEvent event(Recorded row) {
        for (var type : DossierEvent.class.getPermittedSubclasses()) {
            if (row.type().equals("dossier." + type.getSimpleName())) {
                return (DossierEvent) JSON.readValue(row.data(), type);
            }
        }
        throw new IllegalStateException("No event of a dossier: " + row.type());
    }
}
