package vn.motcua.operator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.catalogue.ServiceFolders;
import vn.motcua.database.StartRefused;

/** For those who write services as data. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        description = "Procedures and services as data: check (publish and export come with a later release).",
        subcommands = {ServiceCommand.Check.class, Later.Publish.class, Later.Export.class})
final class ServiceCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /** Changes nothing and needs no portal. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says of each folder what keeps it from being published, by file and field.")
    static final class Check implements Callable<Integer> {

        @Parameters(arity = "0..1", description = "the folder of all services (services)")
        Path services = Path.of(System.getProperty("motcua.home", "."), "services");

        @Override
        public Integer call() {
            try {
                var folders = ServiceFolders.mistakes(services);
                long wrong = 0;
                for (var folder : folders.entrySet()) {
                    folder.getValue().forEach(mistake -> System.out.println(folder.getKey() + ": " + mistake));
                    wrong += folder.getValue().isEmpty() ? 0 : 1;
                }
                System.out.printf("%,d folders, %,d wrong%n", folders.size(), wrong);
                return wrong == 0 ? 0 : 1;
            } catch (UncheckedIOException _) {
                throw new StartRefused(
                        "There is no folder " + services.toAbsolutePath() + " with services and their schemas.");
            }
        }
    }
}
