package vn.motcua.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.shared.Text;
import vn.motcua.web.Announcements;
import vn.motcua.web.RunningWeb;

/** The pages of the house's front, their weight, their languages and what programs get beside them. */
class SiteTest {

    private static final Pattern ASSET = Pattern.compile("/assets/[a-z0-9.-]+");
    private static RunningWeb web;

    @BeforeAll
    static void start() {
        web = new RunningWeb();
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/help",
                "/privacy",
                "/accessibility",
                "/petitions",
                "/statistics",
                "/open-data",
                "/status",
                "/developers",
                "/developers/problems",
                "/agencies",
                "/addresses"
            })
    void eachPageStandsInBothLanguagesWithOneHeadingAndOneFilledButtonAtMost(String path) {
        for (var language : new String[] {"vi", "en"}) {
            var page = web.get(path + "?lang=" + language, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<html lang=\"" + language + "\">")
                    .doesNotContainPattern("\\{\\d}(?![^<]*</span></td>)");
            assertThat(page.body().split("<h1").length).isEqualTo(2);
            assertThat(page.body().split("class=\"btn( )?\"").length).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void theChoiceOfLanguageIsKept() {
        var page = web.get("/help?lang=en", "Accept", "text/html");
        var cookie = page.headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).startsWith("lang=en").contains("HttpOnly").contains("SameSite=Lax");
        assertThat(web.get("/privacy", "Cookie", "lang=en").body()).contains("<html lang=\"en\">");
        assertThat(web.get("/privacy", "Cookie", "lang=xx").body()).contains("<html lang=\"vi\">");
        assertThat(web.get("/privacy", "Accept-Language", "en").body()).contains("<html lang=\"vi\">");
        assertThat(page.body()).contains("href=\"/help?lang=vi\"");
    }

    @Test
    void theFirstVisitStaysWithinItsBudget() throws Exception {
        int page = compressed("/").length;
        int files = 0;
        int fonts = 0;
        int requests = 1;
        for (var asset : assets("/")) {
            int size = compressed(asset).length;
            requests++;
            if (asset.endsWith(".woff2")) {
                fonts += size;
            } else {
                files += size;
            }
        }
        assertThat(requests).isLessThanOrEqualTo(10);
        assertThat(page + files).isLessThanOrEqualTo(60_000);
        assertThat(page + files + fonts).isLessThanOrEqualTo(150_000);
        assertThat(compressed("/help").length).as("the next page").isLessThanOrEqualTo(15_000);
    }

    @Test
    void sharedFilesAreKeptForEverAndNothingComesFromAnotherHost() throws Exception {
        for (var asset : assets("/")) {
            var answer = raw(asset);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000")
                    .contains("immutable");
        }
        var page = web.get("/").body();
        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
        assertThat(web.get("/assets/portal.000000000000.css").statusCode()).isEqualTo(404);
        assertThat(raw("/").headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void everyCodeHasItsSentenceAndEveryTypeItsAddress() {
        var page = web.get("/developers/problems").body();
        assertThat(page)
                .contains("web.field.unknown")
                .contains("web.idempotency.in-progress")
                .contains("not-allowed-now");
        var type = web.get("/developers/problems/stale", "Accept", "text/html");
        assertThat(type.statusCode()).isEqualTo(302);
        assertThat(web.get("/developers/problems/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiDescribesItself() {
        var description = web.get("/api/v1/openapi.json");
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("\"openapi\":\"3.1").contains("/api/v1/announcements");
    }

    @Test
    void whatIsAnnouncedStandsOnEveryPageAndInTheApi() {
        assertThat(web.get("/api/v1/announcements").body()).isEqualTo("{\"items\":[],\"next\":null}");
        var from = java.time.Clock.systemUTC()
                .instant()
                .atOffset(java.time.ZoneOffset.UTC)
                .plusHours(3);
        web.bean(Announcements.class)
                .announce(new Announcements.Announcement(
                        UUID.randomUUID(),
                        from,
                        from.plusHours(2),
                        Announcements.Kind.MAINTENANCE,
                        new Text("Bảo trì theo lịch", "Planned maintenance")));
        assertThat(web.get("/help").body()).contains("Bảo trì theo lịch");
        assertThat(web.get("/status?lang=en").body()).contains("Planned maintenance");
        assertThat(web.get("/api/v1/announcements").body())
                .contains("\"kind\":\"MAINTENANCE\"")
                .contains("+07:00");
    }

    @Test
    void crawlersAreToldWhatIsTheirs() {
        assertThat(web.get("/robots.txt").body()).contains("Disallow: /work").contains("/sitemap.xml");
        assertThat(web.get("/sitemap.xml").body()).contains("/procedures</loc>");
    }

    private static TreeSet<String> assets(String path) throws Exception {
        var found = new TreeSet<String>();
        var matcher = ASSET.matcher(web.get(path).body());
        while (matcher.find()) {
            found.add(matcher.group());
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static byte[] compressed(String path) throws Exception {
        var answer = raw(path);
        if (!path.endsWith(".woff2")) {
            try (var plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                assertThat(plain.readAllBytes()).isNotEmpty();
            }
        }
        return answer.body();
    }

    private static HttpResponse<byte[]> raw(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(web.at(path))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
