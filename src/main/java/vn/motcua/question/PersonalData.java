package vn.motcua.question;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.IdentityNumber;
import vn.motcua.shared.Problem;

/**
 * Looks in a text for what tells of a person. What is certain must go before anything is published; of the rest an editor says
 * that it may stay. It finds shapes, not meanings: a name that nobody announced, or a story that only one person can tell,
 * remains for the editor's eyes.
 */
final class PersonalData {

    /** What kind of thing was found. */
    enum Kind {
        IDENTITY_NUMBER,
        PHONE,
        EMAIL,
        BANK_ACCOUNT,
        PASSPORT,
        LICENCE_PLATE,
        NAME,
        BIRTH_DATE,
        ADDRESS,
        LONG_NUMBER
    }

    /** @param field the input in which it stands, as {@code answerVi} */
    record Finding(String field, Kind kind, String text, boolean certain) {

        /** Stands for kind and words in a form, so that what is confirmed is what was seen. */
        String id() {
            return kind + "-" + HexFormat.of().formatHex(Askers.hash(text), 0, 6);
        }
    }

    private record Found(int from, int to, Finding finding) {}

    private static final int CONTEXT = 40;

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d/])\\+?\\d(?:[ .–-]{0,2}\\d){7,18}(?![\\d/]|\\.?\\d)");
    private static final Pattern MONEY_OR_DATE_OR_CODE = Pattern.compile(
            "\\d{1,2}[.-]\\d{1,2}[.-]\\d{4}|\\d\\.\\d{6}(\\..*)?|1[89]00[ .]?\\d{4,6}|1[89]00([ .]?\\d{2}){2,3}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:\\.\\d{3}){2,}");
    private static final Pattern MONEY_AFTER = Pattern.compile("^\\s?(?:d\\b|dong|vnd|₫)");
    private static final Pattern MOBILE = Pattern.compile("(?:84|0)[35789]\\d{8}");
    private static final Pattern IDENTITY_WORD =
            Pattern.compile("\\b(?:cmnd|cmtnd|cccd|cc|can cuoc|chung minh|dinh danh|ma so bao hiem|id)\\b");
    private static final Pattern ACCOUNT_WORD = Pattern.compile("\\b(?:tai khoan|stk|so tk|tk|account)\\b");
    private static final Pattern PASSPORT = Pattern.compile("(?<![\\p{L}\\d])[A-Z]\\d{7,8}(?![\\d\\p{L}])");
    private static final Pattern PASSPORT_WORD = Pattern.compile("\\b(?:ho chieu|passport)\\b");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,5}");
    private static final Pattern PLATE = Pattern.compile(
            "(?<![\\p{L}\\d/.])\\d{2}-?[A-ZĐ][A-Z0-9]?[ .-]?(?:\\d{3}\\.\\d{2}|\\d{4,5})(?![\\d/\\p{L}])");
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?<!\\p{L})(?:tên (?:tôi |em |cháu )?là|tôi là|ông|bà|anh|chị|Tên (?:tôi |em |cháu )?là|Tôi là|Ông|Bà|Anh|Chị|Mr|Mrs|Ms)\\.? "
                    + "(\\p{Lu}[\\p{L}']{0,9}(?: \\p{Lu}[\\p{L}']{0,9}){1,4})");
    private static final Pattern BORN =
            Pattern.compile("\\b(?:sinh|born)[^\\n]{0,15}?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}");
    private static final Pattern LIVES =
            Pattern.compile("\\b(?:so nha|nha so|can ho|ngo|ngach|hem|thua dat so) \\w*\\d[\\w/]*");

    private final @Nullable String asker;
    private final List<Finding> findings = new ArrayList<>();

    private PersonalData(@Nullable String asker) {
        this.asker = asker == null ? null : Plain.folded(asker).strip();
    }

    /** All that is found in the words that shall be published; {@code asker} is the name of who asked, as given. */
    static List<Finding> in(Wording wording, @Nullable String asker) {
        var data = new PersonalData(asker);
        data.look("titleVi", wording.title().vi());
        data.look("detailsVi", wording.details().vi());
        data.look("answerVi", wording.answer().vi());
        data.look("law", wording.law());
        data.look("titleEn", wording.title().en());
        data.look("detailsEn", wording.details().en());
        data.look("answerEn", wording.answer().en());
        return List.copyOf(data.findings);
    }

    /** Refuses words that still hold something certain, or something doubtful that nobody confirmed by its id. */
    static void refuse(List<Finding> findings, java.util.Set<String> confirmed) {
        var mistakes = findings.stream()
                .filter(finding -> finding.certain() || !confirmed.contains(finding.id()))
                .map(finding -> Problem.Mistake.of(
                        finding.certain() ? finding.field() : "confirmed",
                        (finding.certain() ? "question.personal.certain." : "question.personal.doubtful.")
                                + finding.kind(),
                        finding.text()))
                .distinct()
                .collect(Collectors.toList());
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
    }

    private void look(String field, String given) {
        var text = western(given);
        var folded = Plain.folded(text);
        var found = new ArrayList<Found>();
        each(
                EMAIL,
                text,
                match -> add(
                        found, field, match, Kind.EMAIL, given, !match.group().endsWith(".gov.vn")));
        each(PLATE, text, match -> add(found, field, match, Kind.LICENCE_PLATE, given, true));
        each(NUMBER, text, match -> number(found, field, match, given, folded));
        each(
                PASSPORT,
                text,
                match -> add(found, field, match, Kind.PASSPORT, given, before(folded, match.start(), PASSPORT_WORD)));
        names(found, field, given, folded);
        each(ANNOUNCED, text, match -> add(found, field, match.start(1), match.end(1), Kind.NAME, given, false));
        each(BORN, folded, match -> add(found, field, match, Kind.BIRTH_DATE, given, false));
        each(LIVES, folded, match -> add(found, field, match, Kind.ADDRESS, given, false));
        found.stream()
                .sorted(java.util.Comparator.comparingInt(Found::from))
                .map(Found::finding)
                .forEach(findings::add);
    }

    private static void number(List<Found> found, String field, Matcher match, String given, String folded) {
        var written = match.group();
        var digits = written.replaceAll("\\D", "");
        boolean account = before(folded, match.start(), ACCOUNT_WORD);
        boolean identity = before(folded, match.start(), IDENTITY_WORD);
        boolean money = GROUPED.matcher(written).matches()
                && MONEY_AFTER.matcher(folded.substring(match.end())).find();
        if (money || MONEY_OR_DATE_OR_CODE.matcher(written).matches() && !account && !identity) {
            return;
        }
        if (MOBILE.matcher(digits).matches()) {
            add(found, field, match, Kind.PHONE, given, true);
        } else if (account) {
            add(found, field, match, Kind.BANK_ACCOUNT, given, true);
        } else if (digits.length() == 12 || digits.length() == 9) {
            boolean certain = identity || digits.length() == 12 && isIdentity(digits);
            add(found, field, match, Kind.IDENTITY_NUMBER, given, certain);
        } else if (digits.startsWith("02") && digits.length() == 11) {
            add(found, field, match, Kind.PHONE, given, false); // a landline, perhaps of an office
        } else {
            add(found, field, match, Kind.LONG_NUMBER, given, false);
        }
    }

    private static boolean isIdentity(String digits) {
        try {
            new IdentityNumber(digits);
            return true;
        } catch (Problem | IllegalArgumentException e) {
            return false;
        }
    }

    /** The asker's own name whole, with or without marks, is certain; its last two words may be anybody's. */
    private void names(List<Found> found, String field, String given, String folded) {
        if (asker == null || asker.isBlank()) {
            return;
        }
        var words = List.of(asker.split(" +"));
        if (words.size() > 1) {
            each(phrase(words), folded, match -> add(found, field, match, Kind.NAME, given, true));
        }
        if (words.size() > 2) {
            var last = words.subList(words.size() - 2, words.size());
            each(phrase(last), folded, match -> add(found, field, match, Kind.NAME, given, false));
        }
    }

    private static Pattern phrase(List<String> words) {
        return Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("\\s+", "\\b", "\\b")));
    }

    private static boolean before(String folded, int at, Pattern word) {
        return word.matcher(folded.substring(Math.max(0, at - CONTEXT), at)).find();
    }

    private static void each(Pattern pattern, String text, java.util.function.Consumer<Matcher> act) {
        var match = pattern.matcher(text);
        while (match.find()) {
            act.accept(match);
        }
    }

    private static void add(List<Found> found, String field, Matcher match, Kind kind, String given, boolean certain) {
        add(found, field, match.start(), match.end(), kind, given, certain);
    }

    /** One place is told once, by whoever looked first. */
    private static void add(
            List<Found> found, String field, int from, int to, Kind kind, String given, boolean certain) {
        if (found.stream().noneMatch(other -> from < other.to() && other.from() < to)) {
            found.add(new Found(
                    from, to, new Finding(field, kind, given.substring(from, to).strip(), certain)));
        }
    }

    /** Digits of other scripts and wide signs as the plain ones, each in its place. */
    private static String western(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            int digit = Character.digit(sign, 10);
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else {
                plain.append(sign >= '\uff01' && sign <= '\uff5e' ? (char) (sign - 0xfee0) : sign);
            }
        }
        return plain.toString();
    }
}
