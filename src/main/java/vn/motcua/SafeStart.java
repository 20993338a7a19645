package vn.motcua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.StartRefused;
import vn.motcua.identity.AdministratorLink;
import vn.motcua.web.PublicAddress;

/**
 * Tells a start with the sandbox ({@code motcua.sandbox=true}, given by bin/run) from a production start, which is what
 * everything else is: the first marks its data directory for ever, the second stops at the first thing that is not safe,
 * with one sentence.
 */
final class SafeStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String MARK = "ran-with-sandbox";
    private static final String SANDBOX_CLASS = "vn.motcua.sandbox.Sandbox";

    /** What must be given, because its default is a guess, and what goes wrong without it. */
    private static final List<List<String>> NEEDED = List.of(
            List.of("motcua.notification.sms-host", "no SMS centre is configured, and nobody could sign in"),
            List.of("motcua.notification.mail-host", "no mail server is configured, and no e-mail could be confirmed"),
            List.of("motcua.files.scanner-host", "no virus scanner is configured, and every upload would be held"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        var data = new DataDirectory(Path.of(settings.getProperty("motcua.data", "var")));
        if (settings.getProperty("motcua.sandbox", Boolean.class, false)) {
            mark(data);
        } else {
            check(settings, data);
            context.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) SafeStart::letAdministratorIn);
        }
    }

    /** On the terminal and never in the log: who holds the link is the administrator. */
    private static void letAdministratorIn(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        context.getBean(AdministratorLink.class)
                .make()
                .ifPresent(path ->
                        System.out.println("The first administrator sets a password here, once and within a day: "
                                + context.getBean(PublicAddress.class).of(path)));
    }

    private static void mark(DataDirectory data) {
        try {
            data.folder("secrets");
            if (!Files.exists(data.file(MARK))) {
                Files.writeString(
                        data.file(MARK), "This data directory ran with the sandbox; no production start uses it.\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(Environment settings, DataDirectory data) {
        if (ClassUtils.isPresent(SANDBOX_CLASS, SafeStart.class.getClassLoader())) {
            throw new StartRefused(
                    "The sandbox is on the class path of a production start: start with bin/run --no-sandbox.");
        }
        if (Files.exists(data.file(MARK))) {
            throw new StartRefused(
                    "%s ran with the sandbox, so test people and test money are in it: a production start needs another --data."
                            .formatted(data.root()));
        }
        refuseOpenDirectory(data);
        var own = data.file("application.yaml");
        for (var needed : NEEDED) {
            if (settings.getProperty(needed.getFirst(), "").isBlank()) {
                throw new StartRefused("Set %s in %s: %s.".formatted(needed.getFirst(), own, needed.getLast()));
            }
        }
        if (!settings.getProperty("motcua.public-address", "").startsWith("https://")) {
            throw new StartRefused(
                    "Set motcua.public-address in %s to the https:// address under which people reach the portal: passwords and papers never travel in the clear."
                            .formatted(own));
        }
    }

    private static void refuseOpenDirectory(DataDirectory data) {
        try {
            if (!Files.exists(data.root())) {
                return;
            }
            var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root()));
            if (!permissions.endsWith("------")) {
                throw new StartRefused("Other users of this machine can look into %1$s (%2$s): run `chmod 700 %1$s`."
                        .formatted(data.root(), permissions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
