package vn.motcua.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All rooms' sentences, read once. {@code {0}} is replaced literally by the first argument; arguments with a form of their own
 * (money, dates, words in two languages) are printed in the page's language.
 */
@Component
class Sentences implements Messages {

    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    private final Map<String, Sentence> vietnamese = read("vi");
    private final Map<String, Sentence> english = read("en");

    /** Text between holes; {@code holes.get(i)} is the number of the argument after {@code texts.get(i)}. */
    private record Sentence(List<String> texts, List<Integer> holes) {

        static Sentence of(String text) {
            var texts = new ArrayList<String>();
            var holes = new ArrayList<Integer>();
            var matcher = HOLE.matcher(text);
            int from = 0;
            while (matcher.find()) {
                texts.add(text.substring(from, matcher.start()));
                holes.add(Integer.parseInt(matcher.group(1)));
                from = matcher.end();
            }
            texts.add(text.substring(from));
            return new Sentence(List.copyOf(texts), List.copyOf(holes));
        }

        String filled(Messages messages, Locale locale, Object[] args) {
            if (holes.isEmpty()) {
                return texts.getFirst();
            }
            var text = new StringBuilder(texts.getFirst());
            for (int i = 0; i < holes.size(); i++) {
                int hole = holes.get(i);
                text.append(hole < args.length ? word(messages, locale, args[hole]) : "{" + hole + "}");
                text.append(texts.get(i + 1));
            }
            return text.toString();
        }
    }

    private static String word(Messages messages, Locale locale, Object argument) {
        return switch (argument) {
            case Key key -> messages.text(locale, key.key(), key.args().toArray());
            case Bytes bytes -> Formats.bytes(locale, bytes.count());
            default -> Formats.any(locale, argument);
        };
    }

    @Override
    public String text(Locale locale, String key, Object... args) {
        var sentence = (locale.getLanguage().equals("en") ? english : vietnamese).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No sentence is written for the key " + key + " in " + locale);
        }
        return sentence.filled(this, locale, args);
    }

    boolean knows(String key) {
        return vietnamese.containsKey(key);
    }

    private static Map<String, Sentence> read(String language) {
        var sentences = new HashMap<String, Sentence>();
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties")) {
                for (var entry : properties(file).entrySet()) {
                    if (sentences.put((String) entry.getKey(), Sentence.of((String) entry.getValue())) != null) {
                        throw new IllegalStateException("The key " + entry.getKey() + " is written twice: " + file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(sentences); // found faster in than Map.copyOf, on every page a hundred times
    }

    private static Properties properties(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
