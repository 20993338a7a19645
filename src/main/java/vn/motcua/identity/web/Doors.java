package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.motcua.identity.People;
import vn.motcua.identity.Tokens;
import vn.motcua.identity.door.DoorRules;
import vn.motcua.identity.door.Sessions;
import vn.motcua.identity.door.Stamp;

/**
 * The one filter chain: headers, who asks, forged forms. It holds no state and lets everybody pass; what somebody may do is
 * said by the controllers' {@code @Signed} and {@code @OnDuty} parameters and decided in the rooms.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    @Bean
    Recognition recognition(Tokens tokens, Sessions sessions, People people, Cookies cookies) {
        return new Recognition(tokens, sessions, people, cookies);
    }

    /** Only inside the chain below, not a second time by the servlet container. */
    @Bean
    FilterRegistrationBean<Recognition> recognitionOnce(Recognition recognition) {
        var registration = new FilterRegistrationBean<>(recognition);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SecurityFilterChain frontDoorChain(
            HttpSecurity http, Recognition recognition, Stamp stamp, Cookies cookies, DoorRules rules) {
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.accessDeniedHandler((request, response, e) ->
                        request.getRequestDispatcher(StaleFormController.PATH).forward(request, response)))
                .csrf(csrf -> csrf.csrfTokenRepository(new FormMarks(stamp, cookies))
                        .requireCsrfProtectionMatcher(Doors::isForm))
                .headers(
                        headers -> headers.cacheControl(cache -> cache.disable())
                                .httpStrictTransportSecurity(hsts -> {
                                    if (!rules.https()) {
                                        hsts.disable();
                                    }
                                })
                                .xssProtection(xss -> xss.disable())
                                .contentSecurityPolicy(csp -> csp.policyDirectives(policy(rules)))
                                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(
                                        permissions -> permissions.policy(
                                                "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()")))
                .addFilterBefore(recognition, CsrfFilter.class)
                .build();
    }

    /** Nobody signs in through Spring's own ways; having this bean keeps Boot from making a user with a password. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new ProviderNotFoundException("Sign-in is done by the pages of the identity room");
        };
    }

    static String policy(DoorRules rules) {
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
                + "form-action "
                + Stream.concat(Stream.of("'self'"), rules.formTargets().stream())
                        .collect(Collectors.joining(" "))
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static boolean isForm(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "TRACE", "OPTIONS" -> false;
            default -> !Paths.isApi(request) && !Paths.isSigned(request) && !Paths.isOperator(request);
        };
    }
}
