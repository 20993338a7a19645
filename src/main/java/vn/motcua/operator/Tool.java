package vn.motcua.operator;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.StartRefused;

/** The operator's tool: {@code bin/motcua}. */
@Command(
        name = "bin/motcua",
        mixinStandardHelpOptions = true,
        description = "The operator's tool. Works on var/ or on --data DIR, whether that portal runs or not.",
        subcommands = {
            Tool.BackupCommand.class,
            Tool.RestoreCommand.class,
            MessagesCommand.class,
            Tool.DoctorCommand.class,
            Tool.VerifyCommand.class,
            SandboxCommand.class,
            ServiceCommand.class,
            ImportCommand.class
        })
public final class Tool {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the portal's data directory (var)",
            scope = CommandLine.ScopeType.INHERIT)
    Path data = Path.of(System.getProperty("motcua.home", "."), "var");

    DataDirectory directory() {
        return new DataDirectory(data);
    }

    InstantSource clock() {
        return InstantSource.system();
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** 0 = done, 1 = failed or something is wrong, 2 = not understood. */
    static int run(String... args) {
        return new CommandLine(new Tool())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        if (cause instanceof StartRefused) {
                            command.getErr().println(cause.getMessage());
                            return 1;
                        }
                    }
                    failure.printStackTrace(command.getErr());
                    return 1;
                })
                .execute(args);
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = {
                "Writes everything into one consistent file, beside a running portal.",
                "The master key (DATA/secrets/master.key) is never in it, and without it no sealed row or file can be "
                        + "read: keep a copy of it elsewhere, apart from the backups."
            })
    static final class BackupCommand implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        Tool tool;

        @Parameters(arity = "0..1", description = "the file to write (DATA/backups/motcua-TIME.zip)")
        @org.jspecify.annotations.Nullable
        Path file;

        @Option(
                names = "--test",
                description = "restore it into a directory aside, compare, and note that it was tested")
        boolean test;

        @Override
        public Integer call() throws Exception {
            var data = tool.directory();
            try (var at = Workplace.open(data)) {
                new Backups(data, tool.clock(), System.out::println).make(at, file, test);
            }
            return 0;
        }
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description =
                    "Brings a backup into an empty data directory, holds its messages, and lists what may have happened outside since.")
    static final class RestoreCommand implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        Tool tool;

        @Parameters(description = "the backup")
        @SuppressWarnings("NullAway.Init")
        Path file;

        @Override
        public Integer call() throws Exception {
            var data = tool.directory();
            var manifest = new Restore(data, tool.clock(), System.out::println).from(file);
            try (var at = Workplace.open(data)) {
                OutsideEffects.list(at.owner(), manifest.at()).forEach(System.out::println);
            }
            System.out.printf(
                    "Restored. Put the master key back as %s (0600), then bin/run --data %s.%n",
                    data.file("secrets/master.key"), data.root());
            return 0;
        }
    }

    @Command(
            name = "doctor",
            mixinStandardHelpOptions = true,
            description = "Says what is wrong and what mends it; exit code 1 when something is.")
    static final class DoctorCommand implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        Tool tool;

        @Override
        public Integer call() {
            try (var at = Workplace.open(tool.directory())) {
                var findings = new Doctor(at, tool.clock()).examine();
                findings.forEach(finding -> System.out.println(finding.line()));
                return findings.stream().anyMatch(Finding::wrong) ? 1 : 0;
            }
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Says whether a sealed paper is ours and whole, offline.")
    static final class VerifyCommand implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        Tool tool;

        @Parameters(description = "the PDF")
        @SuppressWarnings("NullAway.Init")
        Path file;

        @Option(names = "--anchors", description = "the trust anchors, saved from /.well-known/motcua/")
        @org.jspecify.annotations.Nullable
        Path anchors;

        @Override
        public Integer call() throws Exception {
            return Verify.paper(tool.directory(), file, anchors, System.out);
        }
    }
}
