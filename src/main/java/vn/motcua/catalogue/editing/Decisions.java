package vn.motcua.catalogue.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.identity.Official;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

/** Every decision there is, and the only way in. An editor sees those of the agencies that he covers. */
@Repository
public class Decisions {

    /** Decisions of one state that a list shows. */
    public static final int MOST_LISTED = 100;

    private final JdbcClient sql;
    private final Journal journal;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Decisions(JdbcClient sql, Journal journal, InstantSource clock, TransactionTemplate transaction) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What an act did.
     *
     * @param data of the event: codes and numbers; {@code reason} in words, kept erasably, or empty
     */
    record Told(Map<String, Object> data, String reason) {

        /** It was done already, as when a button is pressed twice. */
        static final Told NOTHING = new Told(Map.of(), "");
    }

    /** What is not the editor's looks like what is not there. */
    public Decision get(Official official, UUID id) {
        Refusals.demandEditor(official);
        return sql.sql("select * from catalogue.decision where id = ?")
                .param(id)
                .query(Decisions::decision)
                .optional()
                .filter(decision -> official.covers(decision.agency()))
                .orElseThrow(Refusals::noSuchDecision);
    }

    /** The decisions of a state that the editor may see: those that he wrote on first, then the last changed first. */
    public List<Decision> list(Official official, Decision.State state) {
        Refusals.demandEditor(official);
        return sql.sql("""
                        select d.* from catalogue.decision d
                        where d.state = :state and d.agency = any (:agencies)
                        order by exists (select 1 from catalogue.decision_hand h
                                         where h.decision = d.id and h.person = :me) desc, d.changed_at desc
                        limit\s""" + MOST_LISTED)
                .param("state", state.name())
                .param("agencies", agencies(official))
                .param("me", official.id().value())
                .query(Decisions::decision)
                .list();
    }

    /** How many there are of each state. */
    public Map<Decision.State, Integer> counts(Official official) {
        record Count(Decision.State state, int count) {}
        return sql
                .sql("""
                        select state, count(*) as count from catalogue.decision
                        where agency = any (?) group by state
                        """)
                .param(agencies(official))
                .query((row, _) -> new Count(Decision.State.valueOf(row.getString("state")), row.getInt("count")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::state, Count::count));
    }

    private static String[] agencies(Official official) {
        return official.agencies().stream().map(AgencyCode::value).toArray(String[]::new);
    }

    /** Whoever wrote any of it. */
    public Set<PersonId> hands(UUID decision) {
        return Set.copyOf(sql.sql("select person from catalogue.decision_hand where decision = ?")
                .param(decision)
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .list());
    }

    /** Begins one. The same id again is the same one: a button pressed twice. */
    Decision begin(Official official, UUID id, AgencyCode agency, String number, LocalDate signed, String title) {
        return transaction.execute(_ -> {
            var known = sql.sql("select * from catalogue.decision where id = ?")
                    .param(id)
                    .query(Decisions::decision)
                    .optional();
            if (known.isPresent()) {
                return get(official, id);
            }
            var decision = new Decision(id, agency, number, signed, title, Decision.State.DRAFT, 1, changed(official));
            if (insert(decision) == 0) {
                return get(official, id);
            }
            hand(id, official);
            append(decision, Decision.Act.DRAFT, official, new Told(Map.of("agency", agency.value()), ""));
            return decision;
        });
    }

    private int insert(Decision decision) {
        try {
            return sql.sql("""
                    insert into catalogue.decision
                        (id, agency, number, signed_on, title, state, version, changed_by, changed_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (id) do nothing
                    """)
                    .params(
                            decision.id(),
                            decision.agency().value(),
                            decision.number(),
                            decision.signed(),
                            decision.title(),
                            decision.state().name(),
                            decision.version(),
                            decision.changed().by().value(),
                            decision.changed().at().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.invalid("number", "catalogue.editing.number.taken", decision.number());
        }
    }

    /** Changes what it carries: its row is locked, its writer is one of its hands from now on. */
    void change(Official official, UUID id, Function<Decision, Told> what) {
        transaction.executeWithoutResult(_ -> {
            var current = locked(official, id);
            if (!current.state().isOpen()) {
                throw Refusals.notNow();
            }
            var told = what.apply(current);
            if (told != Told.NOTHING) {
                hand(id, official);
                save(official, current, Decision.Act.CHANGE, told);
            }
        });
    }

    /**
     * Moves it on. Everything that {@code what} does commits with the event or not at all.
     *
     * @param seen the version that the official looked at; the same act pressed a second time is done already
     */
    Decision move(Official official, UUID id, int seen, Decision.Act act, Function<Decision, Told> what) {
        return transaction.execute(_ -> {
            var current = locked(official, id);
            if (current.version() == seen + 1
                    && current.changed().by().equals(official.id())
                    && isOutcome(current.state(), act)) {
                return current;
            }
            if (current.version() != seen) {
                throw Refusals.stale();
            }
            if (current.state().after(act).isEmpty()) {
                throw Refusals.notNow();
            }
            return save(official, current, act, what.apply(current));
        });
    }

    private static boolean isOutcome(Decision.State state, Decision.Act act) {
        return act != Decision.Act.CHANGE
                && java.util.Arrays.stream(Decision.State.values())
                        .anyMatch(before ->
                                before.after(act).filter(state::equals).isPresent());
    }

    private Decision locked(Official official, UUID id) {
        sql.sql("select 1 from catalogue.decision where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return get(official, id);
    }

    private Decision save(Official official, Decision current, Decision.Act act, Told told) {
        var state = current.state().after(act).orElseThrow(Refusals::notNow);
        var changed = changed(official);
        sql.sql("""
                update catalogue.decision set state = ?, version = version + 1, changed_by = ?, changed_at = ?
                where id = ?
                """)
                .params(state.name(), changed.by().value(), changed.at().atOffset(ZoneOffset.UTC), current.id())
                .update();
        var next = new Decision(
                current.id(),
                current.agency(),
                current.number(),
                current.signed(),
                current.title(),
                state,
                current.version() + 1,
                changed);
        append(next, act, official, told);
        return next;
    }

    void rename(UUID id, String number, LocalDate signed, String title) {
        try {
            sql.sql("update catalogue.decision set number = ?, signed_on = ?, title = ? where id = ?")
                    .params(number, signed, title, id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.invalid("number", "catalogue.editing.number.taken", number);
        }
    }

    private void hand(UUID decision, Official official) {
        sql.sql("insert into catalogue.decision_hand (decision, person) values (?, ?) on conflict do nothing")
                .params(decision, official.id().value())
                .update();
    }

    private Decision.Change changed(Official official) {
        return new Decision.Change(official.id(), clock.instant());
    }

    private void append(Decision decision, Decision.Act act, Official official, Told told) {
        var words = new java.util.HashMap<String, String>();
        words.put("who", official.fullName() + ", " + official.title());
        if (!told.reason().isBlank()) {
            words.put("reason", told.reason());
        }
        var data = RecordTree.empty();
        told.data().forEach((name, value) -> data.put(name, value.toString()));
        journal.append(new Entry(
                decision.stream(),
                decision.version(),
                act.type(),
                1,
                official.id(),
                null,
                RecordTree.json(data),
                words));
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                new AgencyCode(row.getString("agency")),
                row.getString("number"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("title"),
                Decision.State.valueOf(row.getString("state")),
                row.getInt("version"),
                new Decision.Change(
                        new PersonId(row.getObject("changed_by", UUID.class)),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    }
}
