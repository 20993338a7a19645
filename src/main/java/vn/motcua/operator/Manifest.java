package vn.motcua.operator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in a backup, its last entry: with the hash of every other, so that a cut or changed file is told before a row
 * of it is loaded.
 *
 * @param format of the file; this release writes and reads 1
 * @param at when the snapshot was taken, RFC 3339
 * @param versions of the migrations by room
 * @param tables in no order
 * @param sequences last values by name; those never used are missing
 * @param entries SHA-256 in hex by entry
 * @param journal id and last position at the snapshot
 */
record Manifest(
        int format,
        String at,
        int postgres,
        Map<String, String> versions,
        List<Table> tables,
        Map<String, Long> sequences,
        Map<String, String> entries,
        JournalMark journal) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    record Table(String schema, String name, List<String> columns, long rows) {

        String quoted() {
            return quote(schema) + "." + quote(name);
        }

        String entry() {
            return "tables/" + schema + "." + name;
        }

        String columnList() {
            return String.join(", ", columns.stream().map(Table::quote).toList());
        }

        static String quote(String name) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }
    }

    record JournalMark(String id, long last) {}

    Manifest {
        versions = new TreeMap<>(versions);
        tables = List.copyOf(tables);
        sequences = new TreeMap<>(sequences);
        entries = new TreeMap<>(entries);
    }
}
