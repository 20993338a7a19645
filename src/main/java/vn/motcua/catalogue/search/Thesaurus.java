package vn.motcua.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceFormat;
import vn.motcua.journal.Journal;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

/**
 * The everyday words that search understands, as editors keep them: the shipped ones are the base, the rows of this table
 * add to them, give one another meaning, or take one out. Refuses whole questions, marked-up text and words that mean
 * themselves. Every change is an event, upon which all nodes read the words anew.
 */
@Repository
public class Thesaurus {

    /** Longer is a question, which would answer that question only. */
    public static final int MOST_WORDS = 5;

    public static final int LONGEST = 100;

    /** What else a word can mean: each reading is searched for. */
    public static final int MOST_READINGS = 5;

    /** The parts of the shipped file that hold words, in their order. */
    private static final List<String> GROUPS = List.of("words", "abbreviations", "english");

    /** Each costs every search a look. */
    private static final int MOST_ENTRIES = 5_000;

    private final JdbcClient sql;
    private final Journal journal;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    public Thesaurus(JdbcClient sql, Journal journal, InstantSource clock, TransactionTemplate transaction) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What people say and what the record says.
     *
     * @param official one or several readings, the best first, with a semicolon between them
     * @param active false where the words are not understood any more, even if they are shipped
     */
    public record Entry(String said, String official, boolean active) {

        /** The readings, each for itself. */
        public List<String> officials() {
            return Stream.of(official.split(";"))
                    .map(String::strip)
                    .filter(words -> !words.isEmpty())
                    .toList();
        }
    }

    /** An entry as its table knows it; version 0: only shipped. */
    public record Kept(Entry entry, int version, Instant since) {}

    /** What editors changed, by the words that people say; at most 5,000. */
    public List<Entry> entries() {
        return kept().stream().map(Kept::entry).toList();
    }

    public List<Kept> kept() {
        return sql.sql("select said, official, active, version, since from catalogue.word order by said limit "
                        + MOST_ENTRIES)
                .query((row, _) -> new Kept(
                        new Entry(row.getString("said"), row.getString("official"), row.getBoolean("active")),
                        row.getInt("version"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those that the product ships. */
    public List<Entry> shipped() {
        try (var file = Thesaurus.class.getResourceAsStream("/catalogue/everyday-words.yaml")) {
            var entries = new ArrayList<Entry>();
            var tree = ServiceFormat.YAML.readTree(file);
            for (var group : GROUPS) {
                tree.path(group).properties().forEach(word -> {
                    var official = word.getValue().isArray()
                            ? word.getValue()
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .collect(Collectors.joining("; "))
                            : word.getValue().asString("");
                    entries.add(new Entry(said(word.getKey()), official, true));
                });
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds words or changes what they mean; active again where they were taken out.
     *
     * @param who name and title, kept erasably beside the event
     * @param seen the version that the editor looked at, 0 for none
     */
    public void put(PersonId actor, String who, String said, String official, int seen) {
        change(actor, who, new Entry(said(said), official(official), true), seen);
    }

    /** Takes words out, shipped ones too. */
    public void remove(PersonId actor, String who, String said, int seen) {
        var words = said(said);
        var meant = find(words).map(kept -> kept.entry().official()).or(() -> shipped().stream()
                .filter(entry -> entry.said().equals(words))
                .map(Entry::official)
                .findFirst());
        change(
                actor,
                who,
                new Entry(words, meant.orElseThrow(() -> Problem.notFound("catalogue.editing.word.unknown")), false),
                seen);
    }

    private void change(PersonId actor, String who, Entry entry, int seen) {
        if (entry.active()) {
            refuseWrong(entry);
        }
        transaction.executeWithoutResult(_ -> {
            sql.sql("lock table catalogue.word in share row exclusive mode").update();
            var known = find(entry.said());
            if (known.isPresent() && known.get().entry().equals(entry)) {
                return; // pressed twice
            }
            int version = known.map(Kept::version).orElse(0);
            if (version != seen) {
                throw Problem.of(Problem.Kind.STALE, "catalogue.editing.word.stale");
            }
            if (version == 0 && kept().size() >= MOST_ENTRIES) {
                throw Problem.invalid("said", "catalogue.editing.word.too-many", MOST_ENTRIES);
            }
            var id = keep(entry, version + 1, actor);
            journal.append(new vn.motcua.journal.Entry(
                    "word/" + id,
                    version + 1,
                    "catalogue.WordsChanged",
                    1,
                    actor,
                    null,
                    "{\"active\":" + entry.active() + "}",
                    Map.of("said", entry.said(), "official", entry.official(), "who", who)));
        });
    }

    private UUID keep(Entry entry, int version, PersonId actor) {
        return sql.sql("""
                        insert into catalogue.word (said, id, official, active, version, since, by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (said) do update set official = excluded.official, active = excluded.active,
                            version = excluded.version, since = excluded.since, by = excluded.by
                        returning id
                        """)
                .params(
                        entry.said(),
                        UUID.randomUUID(),
                        entry.official(),
                        entry.active(),
                        version,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.value())
                .query(UUID.class)
                .single();
    }

    private Optional<Kept> find(String said) {
        return kept().stream().filter(kept -> kept.entry().said().equals(said)).findFirst();
    }

    private static void refuseWrong(Entry entry) {
        var said = VietnameseWords.folded(entry.said());
        refuse("said", entry.said());
        entry.officials().forEach(official -> refuse("official", official));
        if (entry.officials().size() > MOST_READINGS) {
            throw Problem.invalid("official", "catalogue.editing.word.readings", MOST_READINGS);
        }
        if (said.isEmpty() || VietnameseWords.folded(entry.official()).isEmpty()) {
            throw Problem.invalid(said.isEmpty() ? "said" : "official", "catalogue.editing.word.empty");
        }
        if (said.size() > MOST_WORDS) {
            throw Problem.invalid("said", "catalogue.editing.word.question", MOST_WORDS);
        }
        if (entry.officials().stream().anyMatch(official -> bare(official).equals(bare(entry.said())))) {
            throw Problem.invalid("official", "catalogue.editing.word.itself");
        }
    }

    private static void refuse(String field, String words) {
        if (words.length() > LONGEST) {
            throw Problem.invalid(field, "catalogue.editing.word.long", LONGEST);
        }
        if (words.indexOf('<') >= 0 || words.indexOf('>') >= 0) {
            throw Problem.invalid(field, "catalogue.editing.word.marked");
        }
    }

    private static String bare(String words) {
        return said(words).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static String said(String words) {
        return official(words).toLowerCase(Locale.ROOT);
    }

    private static String official(String words) {
        return VietnameseWords.nfc(words).strip().replaceAll("\\s+", " ");
    }
}
