package vn.motcua.operator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.motcua.agency.ImportTerritory;
import vn.motcua.database.Migrations;
import vn.motcua.database.StartRefused;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.time.ImportCalendar;
import vn.motcua.web.Messages;

/** Takes lists into the portal, beside it or while it rests; each import happens whole or not at all. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes lists into the portal; a mistake is told by file, line and field, and nothing is taken.",
        subcommands = {ImportProceduresCommand.class, ImportCommand.Territory.class, ImportCommand.Calendar.class})
final class ImportCommand implements Callable<Integer> {

    /** So many doubts are printed; the rest is counted. */
    private static final int MOST_DOUBTS = 50;

    private static final long MAX_CALENDAR_BYTES = 1 << 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    Tool tool;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    Workplace open() {
        var at = Workplace.open(tool.directory());
        if (!Migrations.areDone(at.owner())) {
            at.close();
            throw new StartRefused("The tables in %s are of another release: start its portal once, then import."
                    .formatted(tool.directory().root()));
        }
        return at;
    }

    /** Prints what is wrong, one line each, after the place that it names. */
    private static int refused(String place, Problem problem) {
        sentences(place, problem.mistakes()).forEach(System.err::println);
        System.err.println("Nothing was imported.");
        return 1;
    }

    private static List<String> sentences(String place, List<Mistake> mistakes) {
        var messages = Messages.shipped();
        return mistakes.stream()
                .map(mistake -> place
                        + mistake.field()
                        + ": "
                        + messages.text(
                                Locale.ENGLISH, mistake.code(), mistake.args().toArray()))
                .toList();
    }

    /** Communes of today and where the old ones went. */
    @Command(
            name = "territory",
            mixinStandardHelpOptions = true,
            description = {
                "Takes in the communes of today and where the old ones went: provinces.csv, communes.csv and any number "
                        + "of changes-YYYY-MM-DD.csv. The same files again change nothing."
            })
    static final class Territory implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        ImportCommand parent;

        @Parameters(paramLabel = "DIR", description = "the folder with the files")
        @SuppressWarnings("NullAway.Init")
        Path folder;

        @Option(
                names = "--forget",
                description = "also drop units that the portal has and the files no longer have, after a wrong import")
        boolean forget;

        @Override
        public Integer call() {
            if (!Files.isDirectory(folder)) {
                throw new StartRefused("There is no folder " + folder.toAbsolutePath() + ".");
            }
            try (var at = parent.open()) {
                System.out.println("Reading " + folder);
                var owner = at.owner();
                var outcome = new ImportTerritory(
                                JdbcClient.create(owner),
                                new TransactionTemplate(new JdbcTransactionManager(owner)),
                                at.clock(parent.tool.clock()),
                                progress -> System.out.printf("%,d of %,d%n", progress.done(), progress.of()))
                        .run(folder, forget);
                tell(outcome);
                return 0;
            } catch (Problem problem) {
                return refused("", problem);
            }
        }

        private static void tell(ImportTerritory.Outcome outcome) {
            var doubts = sentences("  ", outcome.doubts());
            if (!doubts.isEmpty()) {
                System.out.printf("%,d doubts:%n", doubts.size());
                doubts.stream().limit(MOST_DOUBTS).forEach(System.out::println);
                if (doubts.size() > MOST_DOUBTS) {
                    System.out.printf("  and %,d more%n", doubts.size() - MOST_DOUBTS);
                }
            }
            System.out.printf(
                    "%,d communes of today, %,d old communes, %,d old districts, %,d ways: %,d changed%n",
                    outcome.communes(), outcome.old(), outcome.districts(), outcome.ways(), outcome.changed());
        }
    }

    /** The holidays of one year. */
    @Command(
            name = "calendar",
            mixinStandardHelpOptions = true,
            description = {
                "Takes in the calendar of one year and replaces what was known of it. Lines of a file in UTF-8:",
                "  year;2027;complete;NOTICE    (or partial: more is to come)",
                "  2027-02-05;HOLIDAY;tet;;NOTICE",
                "  2027-05-10;SWAP_OFF;swap;2027-05-15;NOTICE",
                "  2027-05-15;MAKEUP_WORKDAY;swap;2027-05-10;NOTICE",
                "Due dates that were promised stay as they are."
            })
    static final class Calendar implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        ImportCommand parent;

        @Parameters(paramLabel = "FILE", description = "the file with the year's days")
        @SuppressWarnings("NullAway.Init")
        Path file;

        @Override
        public Integer call() throws IOException {
            var lines = lines(file);
            try (var at = parent.open()) {
                var owner = at.owner();
                int days = new ImportCalendar(
                                JdbcClient.create(owner), new TransactionTemplate(new JdbcTransactionManager(owner)))
                        .run(lines);
                System.out.printf("%,d special days are known from %s now.%n", days, file.getFileName());
                return 0;
            } catch (Problem problem) {
                return refused(file.getFileName() + " ", problem);
            }
        }

        private static List<String> lines(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new StartRefused("There is no file " + file.toAbsolutePath() + ".");
            }
            if (Files.size(file) > MAX_CALENDAR_BYTES) {
                throw new StartRefused(file + " is larger than 1 MB, so it is no calendar of one year.");
            }
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            try {
                var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
                var lines = text.replaceFirst("^\uFEFF", "").lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
                        throw new StartRefused("%s line %d has a control character: remove it.".formatted(file, i + 1));
                    }
                }
                return lines;
            } catch (CharacterCodingException e) {
                long line = 1;
                for (int i = 0; i < bytes.position(); i++) {
                    line += bytes.get(i) == '\n' ? 1 : 0;
                }
                throw new StartRefused("%s line %d is not UTF-8: save the file as UTF-8.".formatted(file, line));
            }
        }
    }
}
