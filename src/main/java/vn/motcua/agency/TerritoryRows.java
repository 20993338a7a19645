package vn.motcua.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the territory, as they stand in the database. */
record TerritoryRows(Map<Integer, Unit> units, List<Way> ways) {

    static int edition(JdbcClient sql) {
        return sql.sql("select edition from agency.territory_edition")
                .query(Integer.class)
                .single();
    }

    static TerritoryRows read(JdbcClient sql) {
        var units = new LinkedHashMap<Integer, Unit>();
        sql.sql("""
                select id, level, code, name, province, district, valid_from, valid_to
                from agency.unit
                order by regexp_replace(
                    regexp_replace(name, '^(tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu) ', '', 'i'),
                    '\\y(\\d)\\y', '0\\1') collate "vi-x-icu", code""").query((RowCallbackHandler) row -> units.put(
                row.getInt("id"),
                new Unit(
                        Unit.Level.valueOf(row.getString("level")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("province"),
                        row.getString("district"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class))));
        var ways = new ArrayList<Way>();
        sql.sql("select unit, successor, since, divided from agency.unit_successor order by unit, successor")
                .query((RowCallbackHandler) row -> {
                    var unit = units.get(row.getInt("unit"));
                    var successor = units.get(row.getInt("successor"));
                    if (unit != null && successor != null) { // else an import ended between the two questions
                        ways.add(new Way(
                                unit.key(),
                                successor.key(),
                                row.getObject("since", LocalDate.class),
                                row.getBoolean("divided")));
                    }
                });
        return new TerritoryRows(units, ways);
    }

    /** Provinces come with the release and are never part of an import. */
    TerritoryRows withoutProvinces() {
        var imported = new LinkedHashMap<>(units);
        imported.values().removeIf(unit -> unit.level() == Unit.Level.PROVINCE);
        return new TerritoryRows(
                imported,
                ways.stream()
                        .filter(way -> way.unit().level() != Unit.Level.PROVINCE)
                        .toList());
    }

    List<Unit> provinces() {
        return units.values().stream()
                .filter(unit -> unit.level() == Unit.Level.PROVINCE)
                .toList();
    }

    Map<Unit.Key, Integer> ids() {
        var ids = new LinkedHashMap<Unit.Key, Integer>();
        units.forEach((id, unit) -> ids.put(unit.key(), id));
        return ids;
    }

    /** What turns these rows into the planned ones; provinces in neither. */
    Difference to(List<Unit> plannedUnits, List<Way> plannedWays) {
        var before = ids();
        var planned = new HashSet<Unit.Key>();
        var added = new ArrayList<Unit>();
        var changed = new ArrayList<Unit>();
        for (var unit : plannedUnits) {
            planned.add(unit.key());
            var id = before.get(unit.key());
            if (id == null) {
                added.add(unit);
            } else if (!unit.equals(units.get(id))) {
                changed.add(unit);
            }
        }
        var gone = units.values().stream()
                .filter(unit -> !planned.contains(unit.key()))
                .toList();
        var oldWays = new HashSet<>(ways);
        var newWays = new HashSet<>(plannedWays);
        return new Difference(
                added,
                changed,
                gone,
                plannedWays.stream().filter(way -> !oldWays.contains(way)).toList(),
                ways.stream().filter(way -> !newWays.contains(way)).toList());
    }

    record Difference(List<Unit> added, List<Unit> changed, List<Unit> gone, List<Way> newWays, List<Way> lostWays) {

        int count() {
            return added.size() + changed.size() + gone.size() + newWays.size() + lostWays.size();
        }
    }
}
