package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nobody asks the machine or the database for the time: there is one clock, and it can be moved. {@code System.nanoTime}
 * is for durations and stays allowed; the process behind the sandbox's ports is another world with a clock of its own.
 */
class OneClockTest {

    private static final Path BASE = Path.of(System.getProperty("motcua.basedir", "."));

    private static final Pattern JAVA = Pattern.compile(
            "\\b(Instant|LocalDate|LocalTime|LocalDateTime|OffsetDateTime"
                    + "|OffsetTime|ZonedDateTime|Year|YearMonth|MonthDay)\\s*\\.\\s*now\\s*\\("
                    + "|currentTimeMillis\\s*\\(|\\bClock\\s*\\.\\s*(system|tick)|new\\s+(java\\.util\\.)?Date\\s*\\(\\s*\\)"
                    + "|new\\s+GregorianCalendar\\s*\\(\\s*\\)|Calendar\\s*\\.\\s*getInstance\\s*\\(|InstantSource\\s*\\.\\s*system");

    private static final Pattern SQL = Pattern.compile(
            "(?i)(?<![\\w.])now\\s*\\(\\s*\\)|\\bcurrent_(date|time|timestamp)\\b|\\b(clock|statement|transaction)_timestamp\\s*\\("
                    + "|\\blocal(time|timestamp)\\b|\\btimeofday\\s*\\(|'(now|today|tomorrow|yesterday)'");

    /** Where a Java source speaks SQL. */
    private static final Pattern LITERAL = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");

    /** The clock itself, and the row by which nodes follow it. */
    private static final List<String> THE_CLOCK = List.of("ClockSettings.java", "ShiftedClock.java", "ClockRow.java");

    @Test
    void nobodyButTheClockAsksForTheTime() throws IOException {
        var offences = new ArrayList<String>();
        for (var root : List.of("src/main/java", "src/sandbox/java", "src/main/jte", "src/main/resources/db")) {
            try (Stream<Path> files = Files.walk(BASE.resolve(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (!isTheClock(file)) {
                        offences.addAll(offences(file));
                    }
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    @Test
    void theTestSeesEveryWayToAsk() {
        for (var line : List.of(
                "var x = Instant.now();",
                "LocalDate.now(ZONE)",
                "System.currentTimeMillis()",
                "Clock.systemUTC()",
                "new java.util.Date()",
                "InstantSource.system()")) {
            assertThat(JAVA.matcher(line).find()).as(line).isTrue();
        }
        for (var line : List.of(
                "default now()", "where d = current_date", "CURRENT_TIMESTAMP", "clock_timestamp()", "at >= 'now'")) {
            assertThat(SQL.matcher(line).find()).as(line).isTrue();
        }
        for (var line : List.of("clock.instant()", "System.nanoTime()", "page.now()", "private Instant now() {")) {
            assertThat(JAVA.matcher(line).find()).as(line).isFalse();
        }
    }

    private static List<String> offences(Path file) throws IOException {
        var text = Files.readString(file);
        var found = new ArrayList<String>();
        if (file.toString().endsWith(".sql")) {
            note(file, text, SQL, text.replaceAll("--[^\n]*", ""), found);
        } else {
            note(file, text, JAVA, text.replaceAll("(?m)^\\s*(//|/?\\*).*$", ""), found);
            LITERAL.matcher(text).results().forEach(literal -> note(file, text, SQL, literal.group(), found));
        }
        return found;
    }

    private static void note(Path file, String text, Pattern forbidden, String part, List<String> found) {
        forbidden.matcher(part).results().forEach(hit -> {
            var line = text.lines()
                    .filter(one -> one.contains(hit.group()))
                    .findFirst()
                    .orElse(hit.group());
            found.add(BASE.relativize(file) + ": " + line.strip());
        });
    }

    private static boolean isTheClock(Path file) {
        return file.getParent().endsWith("time")
                        && THE_CLOCK.contains(file.getFileName().toString())
                || file.endsWith(
                        "vn/motcua/operator/Tool.java") // the operator's own watch: the tool runs beside the portal
                || file.endsWith("vn/motcua/sandbox/PortalLink.java"); // the other world's watch
    }
}
