package vn.motcua.operator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.motcua.catalogue.ServiceFolders;
import vn.motcua.database.Migrations;
import vn.motcua.database.StartRefused;
import vn.motcua.shared.ProcedureCode;

/** For those who write services as data. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        description = "Procedures and services as data (docs/services.md): check, publish, export.",
        subcommands = {ServiceCommand.Check.class, ServiceCommand.Publish.class, ServiceCommand.Export.class})
final class ServiceCommand implements Callable<Integer> {

    private static final Path SHIPPED = Path.of(System.getProperty("motcua.home", "."), "services");

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

    private Workplace workplace() {
        var at = Workplace.open(tool.directory());
        if (!Migrations.areDone(at.owner())) {
            at.close();
            throw new StartRefused(
                    "The database is that of another release: start the portal once with this one, then try again.");
        }
        return at;
    }

    /** What is wrong with folders is told in a sentence, not as a failure of the tool. */
    private static int told(Path services, Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (IllegalArgumentException e) {
            throw new StartRefused(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new StartRefused("%s: %s".formatted(services.toAbsolutePath(), e.getMessage()));
        }
    }

    /** Changes nothing and needs no portal. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Says of each folder what keeps it from being published, by file and field, and what is only doubtful.",
                "Exit code 1 when a folder cannot be published; warnings do not count."
            })
    static final class Check implements Callable<Integer> {

        @Parameters(arity = "0..1", description = "the folder of all services, or one of them (services)")
        Path services = SHIPPED;

        @Option(names = "--report", description = "also how much was looked at in each folder")
        boolean report;

        @Override
        public Integer call() throws Exception {
            return told(services, this::check);
        }

        private int check() {
            var folders = ServiceFolders.check(services);
            long wrong = 0;
            long warnings = 0;
            for (var folder : folders.entrySet()) {
                for (var remark : folder.getValue().remarks()) {
                    System.out.println(folder.getKey() + ": " + (remark.isMistake() ? "" : "(warning) ") + remark);
                    warnings += remark.isMistake() ? 0 : 1;
                }
                wrong += folder.getValue().isWrong() ? 1 : 0;
                if (report) {
                    System.out.println(
                            folder.getKey() + ": " + folder.getValue().counts());
                }
            }
            System.out.printf("%,d folders, %,d wrong, %,d warnings%n", folders.size(), wrong, warnings);
            return wrong == 0 ? 0 : 1;
        }
    }

    /** Into the data directory's database, whether its portal runs or not. */
    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = {
                "Checks folders and makes versions of those that changed, whether the portal runs or not.",
                "One that is wrong stops them all: nothing is published then."
            })
    static final class Publish implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        ServiceCommand service;

        @Parameters(description = "the folder of all services, or one of them")
        @SuppressWarnings("NullAway.Init")
        Path services;

        @Override
        public Integer call() throws Exception {
            return told(services, () -> {
                try (var at = service.workplace()) {
                    var told = ServiceFolders.publish(at.owner(), at.clock(service.tool.clock()), services);
                    told.changes().forEach(System.out::println);
                    System.out.printf(
                            "%,d folders, %,d changed%n",
                            told.folders(), told.changes().size());
                    return 0;
                }
            });
        }
    }

    /** The way back, for another portal or another editor. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the latest published versions as folders that can be checked and published again, with the schemas.",
                "Without codes: all of them."
            })
    static final class Export implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        ServiceCommand service;

        @Parameters(index = "0", paramLabel = "DIR", description = "a new or empty directory")
        @SuppressWarnings("NullAway.Init")
        Path target;

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "CODE", description = "procedures, as in 3.000347")
        @Nullable
        List<String> codes;

        @Override
        public Integer call() throws Exception {
            return told(target, () -> {
                var chosen = new ArrayList<ProcedureCode>();
                (codes == null ? List.<String>of() : codes).forEach(code -> chosen.add(ProcedureCode.parse(code)));
                try (var at = service.workplace()) {
                    int written = ServiceFolders.export(at.owner(), SHIPPED, target, chosen);
                    System.out.printf("%,d folders written to %s%n", written, target);
                    return 0;
                }
            });
        }
    }
}
