package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every visible sentence is a key, every key is written in both languages, and every key that is used exists. */
class MessagesTest {

    private static final Path BASE = Path.of(System.getProperty("motcua.basedir", "."));
    private static final Path MESSAGES = BASE.resolve("src/main/resources/messages");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");
    private static final Pattern USED =
            Pattern.compile("\\.text\\(\\s*(?:[\\w.]+(?:\\(\\))?,\\s*)?\"([a-z]+\\.[A-Za-z0-9_.-]+)\"(\\s*\\+)?");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    @Test
    void bothLanguagesHaveTheSameKeysAndHoles() throws IOException {
        for (var vietnamese : files("_vi.properties")) {
            var english = Path.of(vietnamese.toString().replace("_vi.", "_en."));
            assertThat(english).exists();
            var vi = read(vietnamese);
            var en = read(english);
            assertThat(new TreeSet<>(en.stringPropertyNames()))
                    .as(english.getFileName().toString())
                    .isEqualTo(new TreeSet<>(vi.stringPropertyNames()));
            for (var key : vi.stringPropertyNames()) {
                assertThat(holes(en.getProperty(key))).as(key).isEqualTo(holes(vi.getProperty(key)));
                assertThat(vi.getProperty(key)).as(key).isNotBlank();
                assertThat(en.getProperty(key)).as(key).isNotBlank();
            }
        }
    }

    @Test
    void everyKeyBelongsToTheRoomOfItsFile() throws IOException {
        for (var file : files(".properties")) {
            var room = file.getFileName().toString().replaceAll("_(vi|en)\\.properties", "");
            assertThat(read(file).stringPropertyNames())
                    .as(file.getFileName().toString())
                    .allMatch(key -> key.startsWith(room + "."));
        }
    }

    @Test
    void everyKeyThatATemplateOrAClassAsksForIsWritten() throws IOException {
        var known = new HashSet<String>();
        for (var file : files("_vi.properties")) {
            known.addAll(read(file).stringPropertyNames());
        }
        var missing = new TreeMap<String, String>();
        for (var file : sources()) {
            var matcher = USED.matcher(Files.readString(file));
            while (matcher.find()) {
                var key = matcher.group(1);
                boolean prefix = matcher.group(2) != null;
                if (prefix ? known.stream().noneMatch(one -> one.startsWith(key)) : !known.contains(key)) {
                    missing.put(key, BASE.relativize(file).toString());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateHoldsABareSentence() throws IOException {
        var bare = new ArrayList<String>();
        for (var template : templates()) {
            var text = Files.readString(template);
            for (var node : textNodes(text)) {
                if (LETTERS.matcher(node).find()) {
                    bare.add(BASE.relativize(template) + ": " + node.strip());
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void theSearchForBareSentencesFindsOne() {
        assertThat(textNodes(
                        "@param String a\n<p class=\"x\">Xin ${a.b(\"c\", `d`)} chào</p>@if(a.isEmpty())bạn@endif"))
                .anyMatch(node -> node.contains("Xin"))
                .anyMatch(node -> node.contains("bạn"))
                .noneMatch(node -> node.contains("isEmpty") || node.contains("class"));
    }

    @Test
    void componentsAreShort() throws IOException {
        try (var files = Files.list(BASE.resolve("src/main/jte/component"))) {
            for (var file : files.toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(40);
            }
        }
    }

    @Test
    void noTemplateBreaksTheContentSecurityPolicy() throws IOException {
        for (var template : templates()) {
            assertThat(Files.readString(template))
                    .as(BASE.relativize(template).toString())
                    .doesNotContainPattern("\\sstyle=\"|<style|\\son[a-z]+=\"|<script(?![^>]*src=)");
        }
    }

    /** What a reader would see of a template: its source without directives, expressions, comments and tags. */
    private static List<String> textNodes(String template) {
        var html =
                template.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?s)<style.*?</style>|<script.*?</script>", "");
        html = without(html, "!{", '{', '}');
        html = without(html, "${", '{', '}');
        html = without(html, "$unsafe{", '{', '}');
        html = html.replaceAll("(?m)^@(import|param)\\b.*$", "");
        html = directives(html);
        return List.of(html.replaceAll("(?s)<[^>]*>", "\n").split("\n"));
    }

    /** Removes {@code @if(…)}, {@code @template.x.y(…)} and their like, but keeps what stands in a content block within. */
    private static String directives(String html) {
        var directive = Pattern.compile("@(if|elseif|for|template\\.[A-Za-z.]+)\\(|@(else|endif|endfor|raw|endraw)");
        var rest = new StringBuilder();
        int at = 0;
        var matcher = directive.matcher(html);
        while (matcher.find(at)) {
            rest.append(html, at, matcher.start()).append('\n');
            at = matcher.end();
            if (matcher.group(1) != null) {
                int end = closing(html, at, '(', ')');
                var arguments = html.substring(at, end);
                for (var block : arguments.split("@`", -1)) {
                    int close = block.lastIndexOf('`');
                    if (close >= 0) {
                        rest.append(directives(block.substring(0, close))).append('\n');
                    }
                }
                at = Math.min(html.length(), end + 1);
            }
        }
        return rest.append(html.substring(at)).toString();
    }

    private static String without(String text, String open, char up, char down) {
        var rest = new StringBuilder();
        int at = 0;
        for (int found = text.indexOf(open); found >= 0; found = text.indexOf(open, at)) {
            rest.append(text, at, found);
            at = Math.min(text.length(), closing(text, found + open.length(), up, down) + 1);
        }
        return rest.append(text.substring(at)).toString();
    }

    private static int closing(String text, int from, char up, char down) {
        int depth = 1;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && text.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == up) {
                depth++;
            } else if (!quoted && c == down && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static Set<String> holes(String sentence) {
        var holes = new TreeSet<String>();
        var matcher = HOLE.matcher(sentence);
        while (matcher.find()) {
            holes.add(matcher.group());
        }
        return holes;
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(BASE.resolve("src/main/jte"))) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<>(templates());
        try (var files = Files.walk(BASE.resolve("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        return sources;
    }
}
