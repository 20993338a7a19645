package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.journey.Chromium.Size;

/**
 * One person's way through pages. Each page that it looks at is scanned for accessibility, measured for sideways scroll and
 * photographed; what the browser complains about on the way is kept and makes the story fail at its end.
 */
final class Walk implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<Integer> WIDTHS = List.of(320, 390, 1280);

    final Page page;
    private final Town town;
    private final BrowserContext context;
    private final String story;
    private final Size size;
    private final boolean script;
    private final List<String> complaints = new ArrayList<>();
    private int number;

    Walk(Town town, String story, Size size, boolean script) {
        this.town = town;
        this.story = story;
        this.size = size;
        this.script = script;
        context = Chromium.visitor(size, script);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add("console: " + message.text() + " at " + page.url());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error + " at " + page.url()));
        page.onRequest(request -> {
            if (!request.url().startsWith(town.portal() + "/")
                    && !request.url().startsWith(town.sandbox() + "/pay/")
                    && !request.url().startsWith("data:")) {
                complaints.add("another host: " + request.url() + " from " + page.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
    }

    Walk open(String path) {
        page.navigate(town.portal() + path);
        return this;
    }

    Locator field(String name) {
        return page.locator("main [name='" + name + "']").first();
    }

    void fill(String name, String value) {
        field(name).fill(value);
    }

    void choose(String name, String value) {
        page.locator("main input[name='" + name + "'][value='" + value + "']").check();
    }

    /** A file field and the button of its form. */
    void send(String name, String fileName, String type, byte[] content) {
        var input = field(name);
        input.setInputFiles(new com.microsoft.playwright.options.FilePayload(fileName, type, content));
        input.locator("xpath=ancestor::form").locator("button").click();
    }

    /** The filled button in the middle of the page: the one main action. */
    void main() {
        page.locator("main .btn:not(.second):not(.link):not(.danger)").first().click();
    }

    void click(String label) {
        page.locator("main")
                .locator("a, button")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Bytes behind an address, fetched with this person's cookies. */
    byte[] fetch(String address) {
        var answer = context.request().get(address.startsWith("/") ? town.portal() + address : address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        return answer.body();
    }

    Walk look(String name) {
        number++;
        assertThat(page.locator("h1").count()).as("one h1 on " + page.url()).isEqualTo(1);
        if (script) {
            scan(page);
        }
        photograph(name);
        if (script && size == Size.DESKTOP) {
            for (int width : WIDTHS) {
                page.setViewportSize(width, size.height);
                assertNoSidewaysScroll(width);
            }
            page.setViewportSize(size.width, size.height);
        } else if (script) {
            assertNoSidewaysScroll(size.width);
        }
        return this;
    }

    /** No rule of accessibility is broken on the page. */
    static void scan(Page page) {
        var found = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertThat(found).as("axe on " + page.url()).isEmpty();
    }

    private void assertNoSidewaysScroll(int width) {
        var wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide.intValue())
                .as("width of " + page.url() + " in a window of " + width)
                .isLessThanOrEqualTo(width);
    }

    private void photograph(String name) {
        var file = "%02d-%s-%s.png".formatted(number, name, size.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(Child.base().toString(), "target/screens", story, file))
                .setType(ScreenshotType.PNG)
                .setFullPage(true));
    }

    void assertNothingToComplainAbout() {
        assertThat(complaints).as(story + ", " + size).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
