package vn.motcua;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The operator's door: a second connector on loopback, two above the portal's port. What is for operators passes only there,
 * everything else only at the front door, and nothing that was forwarded or that names another host passes here at all.
 */
@Configuration(proxyBeanMethods = false)
class ManagementDoor {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** The connector, so that the filter knows it by its port even when that is any free one. */
    record Door(Connector connector) {}

    @Bean
    Door operatorsDoor(@Value("${motcua.management-port:-1}") int given, @Value("${server.port:8080}") int port) {
        var connector = new Connector("HTTP/1.1");
        connector.setPort(given >= 0 ? given : port == 0 ? 0 : port + 2);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", "10");
        connector.setProperty("minSpareThreads", "1");
        return new Door(connector);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> secondConnector(Door door) {
        return tomcat -> tomcat.addAdditionalConnectors(door.connector());
    }

    /** These paths have their own guards (the door itself; the sandbox's secret), and need no session. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain operatorsPaths(HttpSecurity http) {
        return http.securityMatcher("/actuator/**", "/sandbox/**", "/health/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class RightDoor extends OncePerRequestFilter {

        private final Door door;

        RightDoor(Door door) {
            this.door = door;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean operators = request.getLocalPort() == door.connector().getLocalPort();
            if (operators != isForOperators(request) || operators && cameFromAfar(request)) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            chain.doFilter(request, response);
        }

        private static boolean isForOperators(HttpServletRequest request) {
            var path = (request.getServletPath() + "/").toLowerCase(Locale.ROOT);
            return path.startsWith("/actuator/") || path.startsWith("/sandbox/");
        }

        private static boolean cameFromAfar(HttpServletRequest request) {
            var names = request.getHeaderNames();
            while (names.hasMoreElements()) {
                var name = names.nextElement().toLowerCase(Locale.ROOT);
                if (name.startsWith("x-forwarded-") || name.equals("forwarded")) {
                    return true;
                }
            }
            return !LOOPBACK.contains(request.getServerName());
        }
    }
}
