package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.motcua.identity.OnDuty;
import vn.motcua.identity.Signed;
import vn.motcua.shared.Problem;

/** Gives controllers their {@code @Signed} citizen and {@code @OnDuty} official, or stops the request here. */
@Configuration(proxyBeanMethods = false)
class Guests implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** A page that needs somebody signed in leads there first. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || Paths.isApi(request)
                || Stream.of(method.getMethodParameters()).noneMatch(this::supportsParameter)) {
            return true;
        }
        var asker = Asker.of(request);
        if (asker != null && asker.client() != null) {
            return true;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", login(request, asker instanceof Asker.Late));
        return false;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Signed.class) || parameter.hasParameterAnnotation(OnDuty.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Only web requests have somebody who asks");
        }
        var asker = Asker.of(request);
        var official = parameter.hasParameterAnnotation(OnDuty.class);
        return switch (asker) {
            case Asker.Citizen citizen when !official -> citizen.person();
            case Asker.Worker worker when official -> worker.official();
            case Asker.Citizen _ -> throw Problem.of(Problem.Kind.FORBIDDEN, "identity.official.needed");
            case Asker.Worker _ -> throw Problem.of(Problem.Kind.FORBIDDEN, "identity.citizen.needed");
            case Asker.Refused _ -> throw Problem.of(Problem.Kind.UNAUTHENTICATED, "identity.token.refused");
            case Asker.Late _ -> throw Problem.of(Problem.Kind.UNAUTHENTICATED, "identity.token.missing");
            case null -> throw Problem.of(Problem.Kind.UNAUTHENTICATED, "identity.token.missing");
        };
    }

    /** The way back is the page asked for; after a form, the page on which it stood. */
    private static String login(HttpServletRequest request, boolean ended) {
        var query = request.getQueryString();
        var next = request.getMethod().equals("GET")
                ? request.getRequestURI() + (query == null ? "" : "?" + query)
                : referer(request);
        return "/login?next=" + URLEncoder.encode(Paths.local(next, "/"), StandardCharsets.UTF_8)
                + (ended ? "&ended=1" : "");
    }

    private static @Nullable String referer(HttpServletRequest request) {
        var header = request.getHeader("Referer");
        try {
            var uri = header == null ? null : URI.create(header);
            return uri == null || !request.getServerName().equals(uri.getHost())
                    ? null
                    : uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
