package vn.motcua.catalogue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;

/** Lets an official into a running web by the header {@code Official}: {@code G01} is its catalogue administrator; a clerk has no such duty. */
@Configuration(proxyBeanMethods = false)
public class EditorAtTheDoor implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    public static final Official POLICE = editor("G01", Set.of(Duty.CATALOGUE_ADMIN));
    public static final Official TRADE = editor("G02", Set.of(Duty.CATALOGUE_ADMIN));
    public static final Official CLERK = editor("G01", Set.of(Duty.CLERK));

    private static Official editor(String agency, Set<Duty> duties) {
        var id = new PersonId(
                UUID.nameUUIDFromBytes((agency + duties).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new Official(id, "editor." + agency, "Mai Thị Tâm", "Quản trị danh mục", new AgencyCode(agency), duties);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(OnDuty.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return switch (String.valueOf(request.getHeader("Official"))) {
            case "G01" -> POLICE;
            case "G02" -> TRADE;
            default -> CLERK;
        };
    }
}
