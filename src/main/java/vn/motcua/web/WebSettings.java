package vn.motcua.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.ServiceId;

/** How Spring MVC works here: our language, our frame, our codes in addresses. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {

    private final Languages languages;
    private final CleanWords words;
    private final Frames frames;

    WebSettings(Languages languages, CleanWords words, Frames frames) {
        this.words = words;
        this.languages = languages;
        this.frames = frames;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(words);
        registry.addInterceptor(languages);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, ProcedureCode.class, ProcedureCode::parse);
        registry.addConverter(String.class, ServiceId.class, ServiceId::parse);
        registry.addConverter(String.class, AgencyCode.class, AgencyCode::new);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FrameArgument(frames));
        resolvers.add(new TokenArgument());
    }

    /** A controller's parameter of the type {@link Frame}. */
    private record FrameArgument(Frames frames) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Frame.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var servletRequest = request.getNativeRequest(HttpServletRequest.class);
            return frames.of(java.util.Objects.requireNonNull(servletRequest));
        }
    }
}
