package vn.motcua.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds {@code src/main/jte/NAME.jte}, compiled at build time, for the view name that a controller returns, and gives each
 * the parameter {@code frame}. By this name it stands in for Boot's resolver, which would ask all there are what each could
 * offer for the {@code Accept} header; our pages are HTML and nothing else.
 */
@Order(0)
@Component("viewResolver")
class Templates implements ViewResolver {

    private static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frames frames;

    Templates(Frames frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return engine.hasTemplate(template) ? new Page(this, template) : null;
    }

    void write(String template, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var parameters = new HashMap<String, @Nullable Object>(model);
        parameters.put("frame", frames.of(request));
        var html = new Utf8ByteOutput();
        engine.render(template, parameters, html);
        response.setContentType(HTML);
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }

    private record Page(Templates templates, String template) implements View {

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            templates.write(template, model == null ? Map.of() : model, request, response);
        }
    }
}
