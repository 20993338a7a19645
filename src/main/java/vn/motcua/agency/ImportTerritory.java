package vn.motcua.agency;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/**
 * Takes in the communes of today and where the old ones went, from a folder of lists ({@code provinces.csv}, {@code
 * communes.csv}, {@code changes-YYYY-MM-DD.csv}), in one transaction with its entry in the journal. The files are the whole
 * truth: the same again changes nothing. Refuses the whole folder at any mistake, each told with file, line and field; and,
 * unless told to forget them, files that no longer have a unit that is known here, because addresses may name it.
 */
public final class ImportTerritory {

    private static final int AT_ONCE = 2_000;
    private static final int GONE_TOLD = 10;

    /** @param doubts what was taken although the files did not quite fit together, as sentences by key */
    public record Outcome(int communes, int old, int districts, int ways, int changed, List<Mistake> doubts) {
        public Outcome {
            doubts = List.copyOf(doubts);
        }
    }

    /** A part of the work that is done; {@code of} is how much there is. */
    public record Progress(int done, int of) {}

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final Journal journal;
    private final Consumer<Progress> tell;

    /** The tables' owner or the portal's own role; both may write here. */
    public ImportTerritory(
            JdbcClient sql, TransactionOperations transaction, InstantSource clock, Consumer<Progress> tell) {
        this.sql = sql;
        this.transaction = transaction;
        this.journal = new Journal(sql, clock);
        this.tell = tell;
    }

    public Outcome run(Path folder, boolean forget) {
        var mistakes = new FileMistakes();
        var files = TerritoryFiles.read(folder, mistakes);
        return Objects.requireNonNull(transaction.execute(_ -> {
            sql.sql("select edition from agency.territory_edition for update")
                    .query(Integer.class)
                    .single(); // two imports at once come one after the other
            var rows = TerritoryRows.read(sql);
            var plan = new TerritoryPlan(files, rows.provinces(), mistakes);
            plan.make();
            var difference = rows.withoutProvinces().to(plan.units(), plan.ways());
            if (!forget && !difference.gone().isEmpty()) {
                throw Problem.invalid(gone(difference.gone()));
            }
            if (difference.count() > 0) {
                write(rows, difference);
                record(difference);
            }
            return outcome(plan, difference.count());
        }));
    }

    private static List<Mistake> gone(List<Unit> gone) {
        return gone.stream()
                .limit(GONE_TOLD)
                .map(unit -> FileMistakes.mistake(
                        "communes.csv", 1, "code", "agency.import.gone", unit.code(), unit.name(), gone.size()))
                .toList();
    }

    private static Outcome outcome(TerritoryPlan plan, int changed) {
        int districts = 0;
        int now = 0;
        int old = 0;
        for (var unit : plan.units()) {
            if (unit.level() == Unit.Level.DISTRICT) {
                districts++;
            } else if (unit.validTo() == null) {
                now++;
            } else {
                old++;
            }
        }
        return new Outcome(now, old, districts, plan.ways().size(), changed, plan.doubts());
    }

    private void write(TerritoryRows rows, TerritoryRows.Difference difference) {
        var ids = new HashMap<>(rows.ids());
        int done = lose(difference, ids);
        int of = difference.count();
        int last = ids.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (var unit : difference.added()) {
            ids.put(unit.key(), ++last);
        }
        var units = new ArrayList<>(difference.added());
        units.addAll(difference.changed());
        for (int at = 0; at < units.size(); at += AT_ONCE) {
            var part = units.subList(at, Math.min(units.size(), at + AT_ONCE));
            save(part, ids);
            tell.accept(new Progress(done += part.size(), of));
        }
        for (int at = 0; at < difference.newWays().size(); at += AT_ONCE) {
            var part = difference
                    .newWays()
                    .subList(at, Math.min(difference.newWays().size(), at + AT_ONCE));
            link(part, ids);
            tell.accept(new Progress(done += part.size(), of));
        }
    }

    private int lose(TerritoryRows.Difference difference, Map<Unit.Key, Integer> ids) {
        if (!difference.lostWays().isEmpty()) {
            sql.sql("""
                    delete from agency.unit_successor
                    where (unit, successor) in (select * from unnest(?::integer[], ?::integer[]))""")
                    .param(column(difference.lostWays(), way -> String.valueOf(ids.get(way.unit()))))
                    .param(column(difference.lostWays(), way -> String.valueOf(ids.get(way.successor()))))
                    .update();
        }
        if (!difference.gone().isEmpty()) {
            sql.sql("delete from agency.unit where id = any(?::integer[])")
                    .param(column(difference.gone(), unit -> String.valueOf(ids.get(unit.key()))))
                    .update();
        }
        return difference.lostWays().size() + difference.gone().size();
    }

    private void save(List<Unit> units, Map<Unit.Key, Integer> ids) {
        sql.sql("""
                insert into agency.unit (id, level, code, name, province, district, valid_from, valid_to)
                select * from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[])
                on conflict (id) do update set
                    name = excluded.name, province = excluded.province, district = excluded.district,
                    valid_to = excluded.valid_to""")
                .param(column(units, unit -> String.valueOf(ids.get(unit.key()))))
                .param(column(units, unit -> unit.level().name()))
                .param(column(units, Unit::code))
                .param(column(units, Unit::name))
                .param(column(units, Unit::province))
                .param(column(units, Unit::district))
                .param(column(units, unit -> text(unit.validFrom())))
                .param(column(units, unit -> text(unit.validTo())))
                .update();
    }

    private void link(List<Way> ways, Map<Unit.Key, Integer> ids) {
        sql.sql("""
                insert into agency.unit_successor (unit, successor, since, divided)
                select * from unnest(?::integer[], ?::integer[], ?::date[], ?::boolean[])""")
                .param(column(ways, way -> String.valueOf(ids.get(way.unit()))))
                .param(column(ways, way -> String.valueOf(ids.get(way.successor()))))
                .param(column(ways, way -> text(way.since())))
                .param(column(ways, way -> String.valueOf(way.divided())))
                .update();
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private void record(TerritoryRows.Difference difference) {
        int edition = sql.sql("update agency.territory_edition set edition = edition + 1 returning edition")
                .query(Integer.class)
                .single();
        var counts = "{\"added\":%d,\"changed\":%d,\"forgotten\":%d,\"ways\":%d}"
                .formatted(
                        difference.added().size(),
                        difference.changed().size(),
                        difference.gone().size(),
                        difference.newWays().size() + difference.lostWays().size());
        journal.append(new Entry(
                "territory/vn", edition, "agency.TerritoryImported", 1, PersonId.SYSTEM, null, counts, Map.of()));
    }
}
