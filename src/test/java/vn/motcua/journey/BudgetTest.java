package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.journey.Chromium.Size;

/** What a page costs on the wire and on a slow phone, as the browser itself counts it. */
class BudgetTest {

    private static final int KB = 1_024;

    private final Town town = Town.shared();

    /** Bytes on the wire (head and compressed body) by address, as the network layer counts them. */
    private static final class Wire {
        private final Map<String, String> addresses = new HashMap<>();
        private final Map<String, Long> bytes = new HashMap<>();

        Wire(CDPSession browser) {
            browser.on(
                    "Network.responseReceived",
                    event -> addresses.put(
                            event.get("requestId").getAsString(),
                            event.getAsJsonObject("response").get("url").getAsString()));
            browser.on(
                    "Network.loadingFinished",
                    event -> bytes.put(
                            event.get("requestId").getAsString(),
                            event.get("encodedDataLength").getAsLong()));
            browser.send("Network.enable");
        }

        long all() {
            return bytes.values().stream().mapToLong(Long::longValue).sum();
        }

        long withoutFonts() {
            return bytes.entrySet().stream()
                    .filter(entry -> !addresses.getOrDefault(entry.getKey(), "").contains(".woff2"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        int requests() {
            return (int) bytes.values().stream().filter(size -> size > 0).count();
        }

        void forget() {
            bytes.clear();
            addresses.clear();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/procedures/3.000347"})
    void firstVisitAndTheNextPageAreLight(String path) {
        try (var context = Chromium.visitor(Size.PHONE, true)) {
            var page = context.newPage();
            var wire = new Wire(context.newCDPSession(page));
            open(page, path);
            assertThat(wire.withoutFonts()).as("first visit without fonts").isBetween(1L, 60L * KB);
            assertThat(wire.all()).as("first visit with fonts").isLessThanOrEqualTo(150L * KB);
            assertThat(wire.requests()).as("requests").isBetween(1, 10);
            wire.forget();
            open(page, path.equals("/") ? "/procedures/3.000347" : "/");
            assertThat(wire.all()).as("next page").isBetween(1L, 15L * KB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/procedures/3.000347"})
    void firstTextStandsSoonOnASlowLineAndPhone(String path) {
        try (var warm = Chromium.visitor(Size.PHONE, true)) {
            open(warm.newPage(), path); // the portal's own first time is not the phone's
        }
        try (var context = Chromium.visitor(Size.PHONE, true)) {
            var page = slow(context);
            open(page, path);
            var paint = (Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
            assertThat(paint.doubleValue())
                    .as("first text of " + path + ", milliseconds")
                    .isBetween(400.0, 2_500.0);
        }
    }

    @Test
    void pagesCarryNoInlineStyleOrScript() {
        for (var path : new String[] {"/", "/procedures/3.000347", "/login", "/track"}) {
            var html = town.visitor().get(path).is(200).text();
            assertThat(html)
                    .as(path)
                    .doesNotContain(" style=", " onclick=", "<style")
                    .doesNotContainPattern("<script(?! src=)");
        }
    }

    private static Page slow(BrowserContext context) {
        var page = context.newPage();
        var browser = context.newCDPSession(page);
        browser.send("Network.enable");
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 400 * 1_000 / 8);
        line.addProperty("uploadThroughput", 400 * 1_000 / 8);
        browser.send("Network.emulateNetworkConditions", line);
        var processor = new JsonObject();
        processor.addProperty("rate", 6);
        browser.send("Emulation.setCPUThrottlingRate", processor);
        return page;
    }

    private void open(Page page, String path) {
        page.navigate(town.portal() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
    }
}
