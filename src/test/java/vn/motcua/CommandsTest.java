package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The commands of bin/, called as people call them. */
class CommandsTest {

    private record Said(int exit, String words) {}

    @Test
    void eachCommandAnswersHelpWithoutBuildingAnything() throws Exception {
        for (var command : List.of("run", "test", "bench", "motcua")) {
            var said = call(List.of(), command, "--help");
            assertThat(said.exit()).as(command).isZero();
            assertThat(said.words()).startsWith("bin/" + command);
        }
        assertThat(call(List.of(), "run", "--help").words())
                .contains("--port N", "--data DIR", "--clock TIME", "--no-sandbox");
        assertThat(call(List.of(), "motcua", "--help").words())
                .contains("import territory DIR", "import calendar FILE", "--forget");
    }

    @Test
    void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
        var said = call(
                List.of(
                        "JAVA_HOME=",
                        "HOME=/nonexistent",
                        "MOTCUA_JVM_DIR=/nonexistent",
                        "PATH=/nonexistent:" + onlyTools()),
                "run");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.words()).hasLineCount(1).contains("JDK 25", "install");
    }

    @Test
    void whatCannotBeMeantIsRefusedWithOneSentence() throws Exception {
        for (var wrong : List.of(
                List.of("run", "--prot", "1"),
                List.of("run", "--port"),
                List.of("run", "--port", "99999"),
                List.of("run", "--clock", "yesterday"),
                List.of("run", "--no-sandbox", "--clock", "2026-11-16T08:00+07:00"),
                List.of("bench", "no-such"))) {
            var said = call(List.of(), wrong.toArray(String[]::new));
            assertThat(said.exit()).as(wrong.toString()).isEqualTo(1);
            assertThat(said.words()).as(wrong.toString()).hasLineCount(1);
        }
    }

    /** The directories of bash and its helpers hold a java on many machines; one with neither does not. */
    private static String onlyTools() throws Exception {
        var tools = java.nio.file.Files.createTempDirectory("tools");
        for (var tool : List.of("bash", "env", "dirname", "readlink", "sed", "cat")) {
            for (var folder : List.of("/bin", "/usr/bin")) {
                var found = Path.of(folder, tool);
                if (java.nio.file.Files.exists(found) && !java.nio.file.Files.exists(tools.resolve(tool))) {
                    java.nio.file.Files.createSymbolicLink(tools.resolve(tool), found);
                }
            }
        }
        return tools.toString();
    }

    private static Said call(List<String> variables, String... command) throws Exception {
        var root = Path.of(System.getProperty("motcua.basedir"));
        var call = new ArrayList<>(List.of("/usr/bin/env"));
        call.addAll(variables);
        call.add("/bin/bash");
        call.add(root.resolve("bin").resolve(command[0]).toString());
        call.addAll(List.of(command).subList(1, command.length));
        var process = new ProcessBuilder(call).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes()).strip();
        return new Said(process.waitFor(), words);
    }
}
