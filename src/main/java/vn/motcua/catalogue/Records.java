package vn.motcua.catalogue;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.shared.ProcedureCode;

/**
 * The whole records of published versions. They never change, so those asked for lately stay in memory, up to a weight:
 * a country has thousands, of up to a hundred thousand characters each.
 */
final class Records {

    /** About 25 MB as objects. */
    private static final long MAX_CHARACTERS = 10_000_000;

    private final JdbcClient sql;
    private final Map<Key, Weighed> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long characters;

    Records(JdbcClient sql) {
        this.sql = sql;
    }

    private record Key(ProcedureCode code, int number) {}

    private record Weighed(Procedure procedure, int characters) {}

    /** Empty for a version that was never published. */
    Optional<Procedure> find(ProcedureCode code, int number) {
        var key = new Key(code, number);
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return Optional.of(known.procedure());
            }
        }
        return sql.sql("select content::text from catalogue.procedure_version where procedure = ? and number = ?")
                .params(code.value(), number)
                .query(String.class)
                .optional()
                .map(content -> keep(key, content));
    }

    private Procedure keep(Key key, String content) {
        var procedure = procedure(content, key.number());
        synchronized (kept) {
            var before = kept.put(key, new Weighed(procedure, content.length()));
            characters += content.length() - (before == null ? 0 : before.characters());
            for (Iterator<Weighed> oldest = kept.values().iterator();
                    characters > MAX_CHARACTERS && kept.size() > 1; ) {
                characters -= oldest.next().characters();
                oldest.remove();
            }
        }
        return procedure;
    }

    static Procedure procedure(String content, int number) {
        var tree = (ObjectNode) ServiceFormat.JSON.readTree(content);
        return ServiceFormat.JSON.treeToValue(tree.put("version", number), Procedure.class);
    }
}
