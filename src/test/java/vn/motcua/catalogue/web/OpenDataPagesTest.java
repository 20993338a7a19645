package vn.motcua.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.web.RunningWeb;

/** The open data as a program meets it: addresses that stay, and nothing sent twice. */
class OpenDataPagesTest {

    private static RunningWeb web;

    @BeforeAll
    static void start() {
        web = new RunningWeb();
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void thePageNamesEachFileItsSizeTheLicenceAndTheLastChange() {
        var page = web.get("/open-data?lang=en", "Accept", "text/html").body();
        assertThat(page)
                .contains(
                        "/open-data/procedures.json",
                        "/open-data/procedures.csv",
                        "/open-data/procedures/3.000347.json")
                .contains("CC BY 4.0", "rel=\"license\"", "Last change: ");
        assertThat(web.get("/", "Accept", "text/html").body()).contains("href=\"/open-data\"");
        assertThat(web.get("/sitemap.xml").body()).contains("/open-data</loc>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/open-data/procedures.json", "/open-data/procedures.csv", "/open-data/procedures/3.000347.json"
            })
    void whoHasItAlreadyGetsNothingAgain(String path) {
        var first = web.get(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("3.000347", "CC BY 4.0");
        assertThat(header(first, "Cache-Control")).contains("public", "max-age=300");
        assertThat(header(first, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(first, "Content-Length")).isNotEmpty();

        var tag = header(first, "ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        var again = web.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(web.get(path, "If-Modified-Since", header(first, "Last-Modified"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(web.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void whoTakesGzipGetsTheSameInFewerBytes() throws Exception {
        var plain = web.get("/open-data/procedures.json");
        var request = HttpRequest.newBuilder(web.at("/open-data/procedures.json"))
                .header("Accept-Encoding", "gzip")
                .build();
        var packed = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
        assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(packed.body().length).isLessThan(plain.body().length() / 3);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .isEqualTo(plain.body());
    }

    @Test
    void whatIsNotPublishedIsNotFound() {
        assertThat(web.get("/open-data/procedures/9.999999.json", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(web.get("/open-data/procedures/x.json", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theTypeSaysThatTheFirstLineIsAHeader() {
        assertThat(header(web.get("/open-data/procedures.csv"), "Content-Type")
                        .replace(" ", "")
                        .toLowerCase(java.util.Locale.ROOT))
                .startsWith("text/csv")
                .contains("charset=utf-8", "header=present");
    }
}
