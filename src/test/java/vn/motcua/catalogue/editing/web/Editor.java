package vn.motcua.catalogue.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What an editor's browser does without script: opens pages, changes fields of a form, presses one of its buttons. */
final class Editor {

    private static final Pattern CONTROL = Pattern.compile(
            "<input ([^>]*)>|<textarea ([^>]*)>([^<]*)</textarea>|<select ([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\"");

    record Page(int status, String location, String body) {
        Page has(String... words) {
            assertThat(HtmlUtils.htmlUnescape(body)).contains(words);
            return this;
        }

        Page hasNot(String... words) {
            assertThat(HtmlUtils.htmlUnescape(body)).doesNotContain(words);
            return this;
        }

        Page is(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }
    }

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;

    Editor(int port, String session) {
        base = "http://localhost:" + port;
        cookies.put("motcua-session", session);
    }

    Page open(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Opens the page, changes fields of the form with that action, and presses the button that has a name and a value. */
    Page send(String path, String action, Map<String, String> changes) {
        var page = open(path).is(200);
        return post(action, fields(page.body(), action), changes);
    }

    /** Sends the form and follows to the page that it leads to. */
    Page press(String path, String action, Map<String, String> changes) {
        var answer = send(path, action, changes);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return open(answer.location()).is(200);
    }

    Page post(String action, Map<String, List<String>> fields, Map<String, String> changes) {
        var all = new LinkedHashMap<>(fields);
        changes.forEach((name, value) -> all.put(name, List.of(value.split("\\|", -1))));
        var body = new ArrayList<String>();
        all.forEach((name, values) -> values.forEach(value -> body.add(URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return send(HttpRequest.newBuilder(URI.create(base + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
    }

    /** What the form would send if nobody touched it. */
    static Map<String, List<String>> fields(String html, String action) {
        var form = Pattern.compile(
                        "<form[^>]*method=\"post\" action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>",
                        Pattern.DOTALL)
                .matcher(html);
        assertThat(form.find()).as("a form to " + action + " in " + html).isTrue();
        var fields = new LinkedHashMap<String, List<String>>();
        var control = CONTROL.matcher(form.group(1));
        while (control.find()) {
            if (control.group(1) != null) {
                var attributes = control.group(1);
                boolean box = attributes.contains("type=\"checkbox\"");
                if (!box || attributes.contains("checked")) {
                    fields.computeIfAbsent(attribute(attributes, "name"), name -> new ArrayList<>())
                            .add(attribute(attributes, "value"));
                }
            } else if (control.group(2) != null) {
                fields.put(attribute(control.group(2), "name"), List.of(HtmlUtils.htmlUnescape(control.group(3))));
            } else {
                fields.put(attribute(control.group(4), "name"), List.of(chosen(control.group(5))));
            }
        }
        return fields;
    }

    private static String chosen(String options) {
        var chosen = CHOSEN.matcher(options);
        if (chosen.find()) {
            return chosen.group(1);
        }
        var first = OPTION.matcher(options);
        return first.find() ? first.group(1) : "";
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var sent = new ArrayList<String>();
            cookies.forEach((name, value) -> sent.add(name + "=" + value));
            var answer = http.send(
                    request.header("Cookie", String.join("; ", sent)).build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(set -> {
                var pair = set.substring(0, set.indexOf(';')).split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            var location =
                    answer.headers().firstValue("Location").orElse("").replaceFirst("^http://localhost:\\d+", "");
            return new Page(answer.statusCode(), location.replaceFirst("#.*$", ""), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
