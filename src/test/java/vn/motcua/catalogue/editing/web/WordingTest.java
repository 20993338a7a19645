package vn.motcua.catalogue.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.editing.web.DifferencePage.Piece;

/** Differences that a person can read. */
class WordingTest {

    @Test
    void wordsThatChangedStandTogetherAndTheOthersStay() {
        assertThat(Wording.of(
                        "nộp tại Công an cấp huyện trong 5 ngày.", "nộp tại Công an cấp xã, phường trong 3 ngày."))
                .containsExactly(
                        new Piece("", "nộp tại Công an cấp "),
                        new Piece("del", "huyện"),
                        new Piece("ins", "xã, phường"),
                        new Piece("", " trong "),
                        new Piece("del", "5"),
                        new Piece("ins", "3"),
                        new Piece("", " ngày."));
    }

    @Test
    void bothTextsCanBeReadOutOfAnyDifference() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var a = text(random);
            var b = text(random);
            var pieces = Wording.of(a, b);
            assertThat(without(pieces, "ins")).isEqualTo(a);
            assertThat(without(pieces, "del")).isEqualTo(b);
        }
    }

    @Test
    void longestTextsAreComparedInTime() {
        var sentence = "Bước %d: cơ quan tiếp nhận kiểm tra hồ sơ và trả kết quả. ";
        var a = IntStream.range(0, 400).mapToObj(sentence::formatted).collect(Collectors.joining());
        var b = IntStream.range(0, 400)
                .map(i -> i % 2 == 0 ? i : i + 1_000)
                .mapToObj(sentence::formatted)
                .collect(Collectors.joining());
        var before = System.nanoTime();
        var pieces = Wording.of(a, b);
        assertThat((System.nanoTime() - before) / 1_000_000).isLessThan(2_000);
        assertThat(without(pieces, "ins")).isEqualTo(a);
        assertThat(without(pieces, "del")).isEqualTo(b);
        assertThat(pieces).hasSizeGreaterThan(100);
    }

    private static String without(java.util.List<Piece> pieces, String kind) {
        return pieces.stream()
                .filter(piece -> !piece.kind().equals(kind))
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> "abcd ,.\n".charAt(random.nextInt(8)) + (random.nextBoolean() ? " " : ""))
                .collect(Collectors.joining());
    }
}
