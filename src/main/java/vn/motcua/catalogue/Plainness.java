package vn.motcua.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.FolderTexts.Said;

/** Whether our own texts can be read in one breath: short sentences, and none of the words that only offices use. */
final class Plainness {

    static final int LONGEST_SENTENCE = 35;
    static final int MEAN_SENTENCE = 20;

    private static final OfficeWords OFFICE = new OfficeWords();

    private record Advised(Said text, String sentence, int times) {
        Advised again() {
            return new Advised(text, sentence, times + 1);
        }
    }

    private Plainness() {}

    static void check(List<Said> texts, Remarks remarks) {
        var own = texts.stream().filter(Said::own).toList();
        lengths(own, false, remarks);
        lengths(own, true, remarks);
        words(own, remarks);
    }

    private static void lengths(List<Said> own, boolean english, Remarks remarks) {
        var language = english ? "en" : "vi";
        long sentences = 0;
        long words = 0;
        for (var text : own) {
            for (var sentence : sentences(english ? text.en() : text.vi())) {
                int length = FolderTexts.words(sentence);
                if (length > LONGEST_SENTENCE) {
                    remarks.mistake(
                            text.file(),
                            text.field() + "/" + language,
                            "the sentence \"%s\" has %d words, at most %d are read in one breath; make two of it",
                            FolderTexts.shown(sentence),
                            length,
                            LONGEST_SENTENCE);
                }
                sentences += text.running() ? 1 : 0;
                words += text.running() ? length : 0;
            }
        }
        remarks.counted("sentences", english ? 0 : sentences);
        if (words > sentences * MEAN_SENTENCE) {
            remarks.mistake(
                    "service.yaml",
                    "",
                    "the sentences of our own texts (%s) have %.1f words on average, at most %d; shorten the longest",
                    language,
                    (double) words / sentences,
                    MEAN_SENTENCE);
        }
    }

    /** A word that is only advised against is told once a folder, with the first sentence that has it. */
    private static void words(List<Said> own, Remarks remarks) {
        Map<OfficeWords.Word, Advised> advised = new LinkedHashMap<>();
        for (var text : own) {
            for (var sentence : sentences(text.vi())) {
                for (var word : OFFICE.in(sentence)) {
                    if (word.forbidden()) {
                        remarks.mistake(
                                text.file(),
                                text.field() + "/vi",
                                "\"%s\" says \"%s\", a word of offices; write \"%s\"",
                                FolderTexts.shown(sentence),
                                word.said(),
                                word.plain());
                    } else {
                        advised.merge(word, new Advised(text, sentence, 1), (first, again) -> first.again());
                    }
                }
            }
        }
        advised.forEach((word, where) -> remarks.warning(
                where.text().file(),
                where.text().field() + "/vi",
                "\"%s\" says \"%s\"%s; plainer: \"%s\"",
                FolderTexts.shown(where.sentence()),
                word.said(),
                where.times() == 1 ? "" : " (%d times in the folder)".formatted(where.times()),
                word.plain()));
    }

    static List<String> sentences(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("(?<=[.!?;:…])\\s+|\\n+"));
    }
}
