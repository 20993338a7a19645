package vn.motcua.catalogue.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.search.EverydayWords.Reading;
import vn.motcua.catalogue.search.VietnameseWords.Word;
import vn.motcua.shared.ProcedureCode;

/**
 * Finds procedures as people ask for them: accents optional, slips of finger and keyboard forgiven, everyday words, whole
 * questions and English understood, codes with or without an agency's suffix. Each node has its index in memory; it is built
 * beside the old one and swapped when the catalogue has changed.
 */
@Component
public class ProcedureSearch {

    /** Longer queries are cut: nobody describes one procedure in more. */
    static final int MAX_QUERY_LENGTH = 200;

    private static final int MAX_WORDS = 24;
    private static final int MAX_HITS = 100;

    /** Shorter syllables with accents are never taken for a slip of the finger. */
    private static final int MIN_SLIP = 5;

    /** What fits much worse than the best one is noise beside it. */
    private static final double NEAR_BEST = 0.5;

    private final Procedures procedures;
    private final Thesaurus thesaurus;
    private volatile @Nullable Index index;
    private @Nullable Timer timer;

    public ProcedureSearch(Procedures procedures, Thesaurus thesaurus) {
        this.procedures = procedures;
        this.thesaurus = thesaurus;
    }

    private record Index(
            List<ProcedureLine> of,
            List<Thesaurus.Entry> changes,
            SearchIndex words,
            EverydayWords everyday,
            Ranking ranking) {

        static Index of(List<ProcedureLine> lines, List<Thesaurus.Entry> changes) {
            var everyday = new EverydayWords(changes);
            var words = SearchIndex.of(lines, everyday);
            return new Index(lines, changes, words, everyday, new Ranking(words.vocabulary(), everyday));
        }
    }

    /** @param score above zero, larger is better; comparable only within one answer */
    public record Hit(ProcedureCode code, double score) {}

    /**
     * @param official the record's words for an everyday word of the query; empty where there was none
     * @param instead what was probably meant where a word was mistyped; empty for none
     */
    public record Found(List<Hit> hits, String official, String instead) {
        public static final Found NOTHING = new Found(List.of(), "", "");
    }

    @Autowired(required = false)
    void meters(MeterRegistry registry) {
        timer = Timer.builder("motcua.catalogue.search")
                .description("one search inside the process, without the page around it")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /**
     * Best first, at most 100; nothing fitting gives an empty list, an empty query too.
     *
     * @param exactly searches the words as typed, without everyday words
     */
    public Found find(String query, boolean exactly) {
        long began = System.nanoTime();
        var found = search(query, exactly);
        if (timer != null) {
            timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
        return found;
    }

    private Found search(String query, boolean exactly) {
        var text = query.length() > MAX_QUERY_LENGTH ? query.substring(0, MAX_QUERY_LENGTH) : query;
        var code = code(text);
        if (code.isPresent()) {
            var known = procedures.shown(code.get()).isPresent();
            return known ? new Found(List.of(new Hit(code.get(), 1)), "", "") : Found.NOTHING;
        }
        var index = index();
        var typed = VietnameseWords.of(text).stream().limit(MAX_WORDS).toList();
        var meant = meant(typed, index);
        if (meant.isEmpty()) {
            return Found.NOTHING;
        }
        var readings = new ArrayList<Reading>();
        for (var reading :
                exactly ? List.of(new Reading(meant, "")) : index.everyday().readings(meant)) {
            readings.add(new Reading(index.everyday().telling(reading.words()), reading.official()));
        }
        var scores = new HashMap<ProcedureCode, Double>();
        for (var reading : readings) {
            var asked = index.ranking().asked(reading);
            for (var titles : index.words().candidates(reading)) {
                scores.merge(titles.code(), index.ranking().score(titles, asked), Math::max);
            }
        }
        var hits = new ArrayList<Hit>();
        scores.forEach((procedure, score) -> {
            if (score > 0) {
                hits.add(new Hit(procedure, score));
            }
        });
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.code()
                .value()));
        return new Found(best(hits), official(readings), instead(typed, meant, index));
    }

    private static List<Hit> best(List<Hit> sorted) {
        if (sorted.isEmpty()) {
            return sorted;
        }
        double least = sorted.getFirst().score() * NEAR_BEST;
        return sorted.stream()
                .filter(hit -> hit.score() >= least)
                .limit(MAX_HITS)
                .toList();
    }

    private static String official(List<Reading> readings) {
        return readings.stream()
                .map(Reading::official)
                .filter(official -> !official.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<ProcedureCode> code(String text) {
        try {
            return Optional.of(ProcedureCode.parse(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Words that nobody uses are taken for slips of the keyboard, then of the finger; what stays unknown stays. */
    private static List<Word> meant(List<Word> typed, Index index) {
        return typed.stream().map(word -> meant(word, index)).toList();
    }

    private static Word meant(Word word, Index index) {
        var vocabulary = index.words().vocabulary();
        if (vocabulary.knows(word.folded()) || index.everyday().knows(word)) {
            return word;
        }
        var plain = VietnameseWords.word(Telex.meant(word.folded())).folded();
        if (!plain.equals(word.folded())
                && (vocabulary.knows(plain) || index.everyday().knows(new Word(plain, plain)))) {
            return new Word(plain, plain);
        }
        if (word.hasAccents() && word.folded().length() < MIN_SLIP) {
            return word; // whoever writes its accents means this syllable, even where no record has it
        }
        return vocabulary
                .beside(word.folded())
                .map(other -> new Word(other, other))
                .orElse(word);
    }

    private static String instead(List<Word> typed, List<Word> meant, Index index) {
        if (typed.equals(meant)) {
            return "";
        }
        var vocabulary = index.words().vocabulary();
        return meant.stream().map(word -> vocabulary.mostly(word.folded())).collect(Collectors.joining(" "));
    }

    /** Builds the index of the present catalogue and words beside the one in use, then swaps them. */
    public synchronized void renew() {
        var lines = procedures.known();
        var changes = thesaurus.entries();
        var known = index;
        if (known == null || known.of() != lines || !known.changes().equals(changes)) {
            index = Index.of(lines, changes);
        }
    }

    private Index index() {
        if (index == null) {
            renew();
        }
        return Objects.requireNonNull(index);
    }
}
