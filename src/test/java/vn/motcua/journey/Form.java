package vn.motcua.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills in a page's form as a browser would, but sends what no browser would. */
final class Form {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Town town;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    Form(Town town) {
        this.town = town;
    }

    String open(String path) {
        return send(HttpRequest.newBuilder(URI.create(town.portal() + path)).GET())
                .is(200)
                .text();
    }

    String captcha(String page) {
        return town.captcha(hidden(page).getOrDefault("captchaId", ""));
    }

    Client.Answer post(String path, String page, Map<String, String> fields) {
        var all = hidden(page);
        all.putAll(fields);
        var body = all.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(town.portal() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Client.Answer upload(String path, String page, String field, String name, byte[] content) {
        return send(HttpRequest.newBuilder(URI.create(town.portal() + path))
                .header("Content-Type", Client.MULTIPART)
                .header("X-CSRF-TOKEN", hidden(page).getOrDefault("_csrf", ""))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Client.multipart(field, name, content))));
    }

    /** Where an address leads on. */
    String leadsTo(String path) {
        return send(HttpRequest.newBuilder(URI.create(town.portal() + path)).GET())
                .leadsTo();
    }

    private static Map<String, String> hidden(String page) {
        var fields = new LinkedHashMap<String, String>();
        var found = HIDDEN.matcher(page.substring(Math.max(0, page.indexOf("<main"))));
        while (found.find()) {
            fields.putIfAbsent(found.group(1), found.group(2));
        }
        return fields;
    }

    private Client.Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Client.Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
