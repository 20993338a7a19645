package vn.motcua.catalogue.search;

import java.util.Arrays;
import java.util.List;
import vn.motcua.catalogue.search.EverydayWords.Reading;
import vn.motcua.catalogue.search.VietnameseWords.Word;

/**
 * How well a procedure fits a query, from 0 to about 1: how much of what was asked it has, in which order, and how much of
 * its title was asked for. Each word counts the more the rarer it is.
 */
final class Ranking {

    /** From so much of what was asked on, a procedure fits even where no two words stand together as they were said. */
    private static final double SURE_COVER = 0.9;

    /** So much it must have where some words stand together, and so much where many do. */
    private static final double MIN_COVER = 0.55;

    private static final double LEAST_COVER = 0.42;
    private static final double TOGETHER = 0.25;

    /** A word that no procedure has says less than the rarest that one has: people say much that no record does. */
    private static final double UNKNOWN = 0.6;

    /** A word that has other accents than those typed is mostly another word. */
    private static final double OTHER_ACCENTS = 0.25;

    /** A word that may be one that asks, typed without accents. */
    private static final double MAYBE_SILENT = 0.25;

    /** A worse fit than this is none. */
    private static final double LEAST_SCORE = 0.4;

    private static final double IN_MORE = 0.6;
    private static final double RARE_CASE = 0.12;
    private static final double REPLACED = 0.95;

    private final Vocabulary vocabulary;
    private final EverydayWords everyday;
    private final List<int[]> rare;

    Ranking(Vocabulary vocabulary, EverydayWords everyday) {
        this.vocabulary = vocabulary;
        this.everyday = everyday;
        this.rare = everyday.rare().stream()
                .map(words -> words.stream()
                        .mapToInt(word -> vocabulary.find(word.folded()))
                        .toArray())
                .toList();
    }

    /** A reading as numbers: of the folded words, of those with accents (−1 where none were typed), and their weights. */
    record Asked(int[] folded, int[] accents, double[] weights, double all, boolean replaced) {}

    Asked asked(Reading reading) {
        var words = reading.words();
        var folded = new int[words.size()];
        var accents = new int[words.size()];
        var weights = new double[words.size()];
        boolean typedAccents = words.stream().filter(Word::hasAccents).count() * 2 > words.size();
        double all = 0;
        for (int i = 0; i < folded.length; i++) {
            var word = words.get(i);
            folded[i] = vocabulary.find(word.folded());
            accents[i] = word.hasAccents() ? accents(word) : typedAccents ? folded[i] : -1;
            weights[i] = vocabulary.weight(folded[i]) * (folded[i] < 0 ? UNKNOWN : 1);
            if (!typedAccents && everyday.maybeSilent(word)) {
                weights[i] *= MAYBE_SILENT;
            }
            all += weights[i];
        }
        return new Asked(folded, accents, weights, all, !reading.official().isEmpty());
    }

    /** Accents that no procedure has are a slip: any will do. */
    private int accents(Word word) {
        return vocabulary.find(word.accents());
    }

    /** How well it fits the reading; 0 where it does not. */
    double score(Titles titles, Asked asked) {
        double fit = fit(titles, asked);
        return fit < LEAST_SCORE ? 0 : fit;
    }

    private double fit(Titles titles, Asked asked) {
        if (!mayFit(titles, asked)) {
            return 0;
        }
        var somewhere = new double[asked.folded().length];
        double title = 0;
        double together = 0;
        for (var words : titles.titles()) {
            var here = new double[asked.folded().length];
            double precise = precise(words, asked, here);
            double pairs = pairs(words, asked);
            together = Math.max(together, pairs);
            double cover = 0;
            for (int i = 0; i < here.length; i++) {
                cover += here[i] * asked.weights()[i];
                somewhere[i] = Math.max(somewhere[i], here[i]);
            }
            title = Math.max(title, 0.5 * cover / asked.all() + 0.25 * pairs + 0.25 * precise);
        }
        double cover = 0;
        for (int i = 0; i < somewhere.length; i++) {
            cover += Math.max(somewhere[i], IN_MORE * inMore(titles, asked, i)) * asked.weights()[i];
        }
        cover /= asked.all();
        boolean fits = cover >= SURE_COVER
                || cover >= MIN_COVER && together > 0
                || cover >= LEAST_COVER && together >= TOGETHER;
        if (!fits) {
            return 0;
        }
        double score = 0.8 * title + 0.2 * cover + titles.prior() - rare(titles, asked);
        return asked.replaced() ? score * REPLACED : score;
    }

    /** Whether it has enough of the words in any form; most candidates of the other readings have not. */
    private static boolean mayFit(Titles titles, Asked asked) {
        double cover = 0;
        for (int i = 0; i < asked.folded().length; i++) {
            if (Arrays.binarySearch(titles.words(), asked.folded()[i]) >= 0) {
                cover += asked.weights()[i];
            }
        }
        return cover >= LEAST_COVER * asked.all();
    }

    /** Fills in which words stand in the title, and says how much of the title they are. */
    private double precise(int[] title, Asked asked, double[] here) {
        double all = 0;
        double found = 0;
        for (int id : title) {
            int plain = vocabulary.foldedId(id);
            double weight = vocabulary.weight(plain);
            double fit = 0;
            for (int i = 0; i < here.length; i++) {
                if (asked.folded()[i] == plain) {
                    double same = accents(asked.accents()[i], id);
                    here[i] = Math.max(here[i], same);
                    fit = Math.max(fit, same);
                }
            }
            all += weight;
            found += weight * fit;
        }
        return all == 0 ? 0 : found / all;
    }

    private static double accents(int typed, int id) {
        return typed == -1 || typed == id ? 1 : OTHER_ACCENTS;
    }

    /** The share of neighbours in the query that are neighbours in the title too; 1 for a single word that is there. */
    private double pairs(int[] title, Asked asked) {
        int length = asked.folded().length;
        double all = 0;
        double found = 0;
        for (int i = 0; i + 1 < length; i++) {
            double weight = asked.weights()[i] + asked.weights()[i + 1];
            all += weight;
            found += weight * pair(title, asked, i);
        }
        if (length == 1) {
            for (int id : title) {
                if (vocabulary.foldedId(id) == asked.folded()[0] && accents(asked.accents()[0], id) == 1) {
                    return 1;
                }
            }
        }
        return all == 0 ? 0 : found / all;
    }

    private double pair(int[] title, Asked asked, int i) {
        for (int j = 0; j + 1 < title.length; j++) {
            if (vocabulary.foldedId(title[j]) == asked.folded()[i]
                    && vocabulary.foldedId(title[j + 1]) == asked.folded()[i + 1]
                    && accents(asked.accents()[i], title[j]) == 1
                    && accents(asked.accents()[i + 1], title[j + 1]) == 1) {
                return 1;
            }
        }
        return 0;
    }

    private double inMore(Titles titles, Asked asked, int i) {
        int accents = asked.accents()[i];
        if (accents >= 0) {
            return titles.more().contains(accents) ? 1 : 0;
        }
        if (asked.folded()[i] < 0) {
            return 0;
        }
        for (int id : titles.more()) {
            if (vocabulary.foldedId(id) == asked.folded()[i]) {
                return 1;
            }
        }
        return 0;
    }

    /** Taken off where the name is of a special case that was not asked for. */
    private double rare(Titles titles, Asked asked) {
        if (titles.said()) {
            return 0; // somebody wrote down for whom it is
        }
        for (var words : rare) {
            if (contains(titles.titles().getFirst(), words, true) && !contains(asked.folded(), words, false)) {
                return RARE_CASE;
            }
        }
        return 0;
    }

    private boolean contains(int[] all, int[] words, boolean accented) {
        for (int i = 0; i + words.length <= all.length; i++) {
            int same = 0;
            while (same < words.length
                    && words[same] >= 0
                    && (accented ? vocabulary.foldedId(all[i + same]) : all[i + same]) == words[same]) {
                same++;
            }
            if (same == words.length) {
                return true;
            }
        }
        return false;
    }
}
