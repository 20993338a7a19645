package vn.motcua.sandbox.momo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.door.Call;
import vn.motcua.sandbox.door.Refusal;

/** The page on which a person pays, lets the payment fail, or cancels: plain HTML, Vietnamese or English, no script. */
final class PayPage {

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="{lang}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="stylesheet" href="/pay/style.css">
            </head>
            <body>
            <aside class="strip" aria-label="{sandbox}">{strip}</aside>
            <header><span class="name">{wallet}</span>
            <a class="lang" href="?lang={other}" hreflang="{other}" lang="{other}">{otherName}</a></header>
            <main>
            <h1>{title}</h1>
            <p class="amount">{amount}</p>
            <dl>
            <div><dt>{forWhat}</dt><dd>{info}</dd></div>
            <div><dt>{reference}</dt><dd>{id}</dd></div>
            </dl>
            {actions}
            </main>
            </body>
            </html>
            """;
    private static final String BUTTON =
            """
            <form method="post" action="/pay/momo/{id}"><input type="hidden" name="outcome" value="{outcome}">
            <button class="{look}">{label}</button></form>
            """;

    private final Map<String, Properties> words = Map.of("vi", words("vi"), "en", words("en"));

    /** @param asked the language that the address asks for; without one it is the language of the order */
    String of(Charge charge, Charge.State state, @Nullable String asked, String wayBack) {
        if (asked != null && !words.containsKey(asked)) {
            throw Refusal.invalid("lang", "lang", "must be vi or en");
        }
        var language = asked == null ? charge.order().lang() : asked;
        var other = language.equals("vi") ? "en" : "vi";
        var page = FRAME.replace("{actions}", actions(charge, state, wayBack, language));
        for (var word : new String[] {"sandbox", "strip", "wallet", "otherName", "forWhat", "reference"}) {
            page = page.replace("{" + word + "}", word(language, word));
        }
        return page.replace("{title}", word(language, "title." + state.name().toLowerCase(Locale.ROOT)))
                .replace("{lang}", language)
                .replace("{other}", other)
                .replace("{amount}", amount(charge, language))
                .replace("{id}", charge.order().id())
                .replace("{info}", escaped(charge.order().info())); // last, so that nothing in it is replaced
    }

    void style(Call call) throws IOException {
        try (var style = open("style.css")) {
            call.send(200, "text/css; charset=utf-8", style.readAllBytes());
        }
    }

    private String actions(Charge charge, Charge.State state, String wayBack, String language) {
        if (state == Charge.State.PENDING) {
            return button("paid", "main", language) + button("failed", "", language)
                    + button("cancelled", "", language);
        }
        var text = "<p role=\"status\">" + word(language, "said." + state.name().toLowerCase(Locale.ROOT)) + "</p>";
        if (state == Charge.State.EXPIRED) {
            return text;
        }
        return text + "<p><a class=\"main\" href=\"" + escaped(wayBack) + "\">" + word(language, "back") + "</a></p>";
    }

    private String button(String outcome, String look, String language) {
        return BUTTON.replace("{outcome}", outcome)
                .replace("{look}", look)
                .replace("{label}", word(language, "button." + outcome));
    }

    private static String amount(Charge charge, String language) {
        long amount = charge.taken() == 0 ? charge.order().amount() : charge.taken();
        return language.equals("vi")
                ? String.format(Locale.GERMANY, "%,d đ", amount)
                : String.format(Locale.UK, "%,d ₫", amount);
    }

    private String word(String language, String key) {
        return Objects.requireNonNull(Objects.requireNonNull(words.get(language)).getProperty(key), key);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Properties words(String language) {
        try (var file = new InputStreamReader(open("page_" + language + ".properties"), StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(file);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(PayPage.class.getResourceAsStream(name), name);
    }
}
