package vn.motcua.operator;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from one room to another, which no foreign key guards, because rooms are kept apart. Only the operator's tool
 * looks across rooms.
 */
final class CrossReferences {

    private record Reference(String from, String column, String to, String key) {}

    private static final List<Reference> ALL = List.of(
            new Reference("dossier.dossier", "obligation", "payment.obligation", "id"),
            new Reference("dossier.dossier", "applicant", "identity.person", "id"),
            new Reference("dossier.dossier", "agency", "agency.agency", "code"),
            new Reference("dossier.paper", "file", "files.file", "id"),
            new Reference("dossier.document", "file", "files.file", "id"),
            new Reference("payment.obligation", "payer", "identity.person", "id"));

    private CrossReferences() {}

    static List<Finding> check(JdbcClient sql) {
        var findings = new ArrayList<Finding>();
        for (var reference : ALL) {
            if (!known(sql, reference.from(), reference.column()) || !known(sql, reference.to(), reference.key())) {
                continue;
            }
            var lost = sql.sql(
                            "select count(*) from %1$s f where f.%2$s is not null and not exists (select 1 from %3$s t where t.%4$s = f.%2$s)"
                                    .formatted(reference.from(), reference.column(), reference.to(), reference.key()))
                    .query(Long.class)
                    .single();
            var name = reference.from() + "." + reference.column();
            findings.add(
                    lost == 0
                            ? Finding.well("references", name + " → " + reference.to())
                            : Finding.wrong(
                                    "references",
                                    "%,d rows of %s point to nothing in %s".formatted(lost, name, reference.to()),
                                    "compare with the last good backup and report it as a fault"));
        }
        return findings;
    }

    private static boolean known(JdbcClient sql, String table, String column) {
        return sql.sql("select exists (select 1 from pg_attribute where attrelid = to_regclass(?) and attname = ?)")
                .params(table, column)
                .query(Boolean.class)
                .single();
    }
}
