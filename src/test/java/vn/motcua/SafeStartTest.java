package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A production start, as a process of its own and without the sandbox's classes. */
class SafeStartTest {

    @TempDir
    Path data;

    private static final List<String> SAFE = List.of(
            "--motcua.notification.sms-host=sms.example",
            "--motcua.notification.mail-host=mail.example",
            "--motcua.files.scanner-host=clamd.example",
            "--motcua.public-address=https://motcua.example");

    @Test
    void aDirectoryThatRanWithTheSandboxIsRefused() throws Exception {
        Files.writeString(data.resolve("ran-with-sandbox"), "");
        assertThat(refusal(SAFE)).contains("ran with the sandbox").hasLineCount(1);
    }

    @Test
    void eachUnsafeSettingStopsTheStartWithOneSentence() throws Exception {
        for (var missing : SAFE) {
            var settings = new ArrayList<>(SAFE);
            settings.remove(missing);
            var name = missing.substring(2, missing.indexOf('='));
            assertThat(refusal(settings)).as(name).contains(name).hasLineCount(1);
        }
        var plain = new ArrayList<>(SAFE.subList(0, 3));
        plain.add("--motcua.public-address=http://motcua.example");
        assertThat(refusal(plain)).contains("https://").hasLineCount(1);
        assertThat(data.resolve("pg-data")).doesNotExist();
    }

    private String refusal(List<String> settings) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                withoutSandbox(),
                Motcua.class.getName(),
                "--motcua.data=" + data));
        command.addAll(settings);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return said;
    }

    /** The product's classes without the sandbox's, which a production start does not have. */
    private String withoutSandbox() throws Exception {
        var classes = Path.of(System.getProperty("motcua.basedir"), "target", "classes");
        var product = Files.createDirectories(data.resolveSibling(data.getFileName() + "-classes"));
        try (var all = Files.walk(classes)) {
            for (var file : (Iterable<Path>) all::iterator) {
                var target = product.resolve(classes.relativize(file).toString());
                if (!target.toString().contains("/vn/motcua/sandbox") && !Files.exists(target)) {
                    Files.copy(file, target);
                }
            }
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(classes.toString(), product.toString());
    }
}
