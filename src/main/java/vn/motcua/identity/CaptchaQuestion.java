package vn.motcua.identity;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import vn.motcua.shared.Text;

/** One question with its answer in digits, which may also be given in words. About 60,000 different ones exist. */
record CaptchaQuestion(Text text, String answer) {

    String in(Locale locale) {
        return text.in(locale);
    }

    boolean fits(String given) {
        if (given.equals(answer)) {
            return true;
        }
        int number = Integer.parseInt(answer);
        return given.equals(vietnamese(number)) || given.replace('-', ' ').equals(english(number));
    }

    static CaptchaQuestion from(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> sum(random);
            case 1 -> difference(random);
            case 2 -> extreme(random);
            default -> position(random);
        };
    }

    private static CaptchaQuestion sum(Random random) {
        int a = 11 + random.nextInt(39);
        int b = 2 + random.nextInt(39);
        return asked(
                a + b,
                words -> "%s cộng %s bằng bao nhiêu?".formatted(words.get(0), words.get(1)),
                words -> "How much is %s plus %s?".formatted(words.get(0), words.get(1)),
                a,
                b);
    }

    private static CaptchaQuestion difference(Random random) {
        int b = 2 + random.nextInt(39);
        int a = b + 2 + random.nextInt(50);
        return asked(
                a - b,
                words -> "%s trừ %s bằng bao nhiêu?".formatted(words.get(0), words.get(1)),
                words -> "How much is %s minus %s?".formatted(words.get(0), words.get(1)),
                a,
                b);
    }

    private static CaptchaQuestion extreme(Random random) {
        var numbers = random.ints(11, 99).distinct().limit(3).toArray();
        var largest = random.nextBoolean();
        var sorted = IntStream.of(numbers).sorted().toArray();
        return asked(
                largest ? sorted[2] : sorted[0],
                words -> "Số nào %s nhất: %s?".formatted(largest ? "lớn" : "nhỏ", String.join(", ", words)),
                words -> "Which number is the %s: %s?"
                        .formatted(largest ? "largest" : "smallest", String.join(", ", words)),
                numbers);
    }

    private static CaptchaQuestion position(Random random) {
        var numbers = random.ints(11, 99).distinct().limit(4).toArray();
        int at = random.nextInt(4);
        return asked(
                numbers[at],
                words -> "Trong dãy %s, số đứng thứ %s là số nào?"
                        .formatted(
                                String.join(", ", words),
                                List.of("nhất", "hai", "ba", "tư").get(at)),
                words -> "In the row %s, which number is the %s?"
                        .formatted(
                                String.join(", ", words),
                                List.of("first", "second", "third", "fourth").get(at)),
                numbers);
    }

    private static CaptchaQuestion asked(
            int answer,
            java.util.function.Function<List<String>, String> vi,
            java.util.function.Function<List<String>, String> en,
            int... numbers) {
        BiFunction<java.util.function.IntFunction<String>, java.util.function.Function<List<String>, String>, String>
                say = (speak, form) -> {
                    var said = form.apply(IntStream.of(numbers).mapToObj(speak).toList());
                    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
                };
        return new CaptchaQuestion(
                new Text(say.apply(CaptchaQuestion::vietnamese, vi), say.apply(CaptchaQuestion::english, en)),
                Integer.toString(answer));
    }

    private static final List<String> VI =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

    /** 0 to 99 as Vietnamese people say it: twenty-one is "hai mươi mốt", fifteen "mười lăm". */
    static String vietnamese(int number) {
        int tens = number / 10;
        int ones = number % 10;
        if (tens == 0) {
            return VI.get(ones);
        }
        var ending = ones == 0 ? "" : " " + (ones == 1 && tens > 1 ? "mốt" : ones == 5 ? "lăm" : VI.get(ones));
        return (tens == 1 ? "mười" : VI.get(tens) + " mươi") + ending;
    }

    private static final List<String> EN = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    private static final List<String> EN_TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /** 0 to 99 with a space where writers put a hyphen. */
    static String english(int number) {
        return number < 20
                ? EN.get(number)
                : EN_TENS.get(number / 10 - 2) + (number % 10 == 0 ? "" : " " + EN.get(number % 10));
    }
}
