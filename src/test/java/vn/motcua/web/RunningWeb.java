package vn.motcua.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import vn.motcua.TestDatabase;
import vn.motcua.files.Files;
import vn.motcua.files.RunningFiles;
import vn.motcua.journal.Journal;
import vn.motcua.time.WorkingTime;

/** The rooms web, site and catalogue on a real server and a real database; everybody may come in. */
public final class RunningWeb implements AutoCloseable {

    private final TestDatabase.Fresh database = TestDatabase.fresh();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableConfigurationProperties(Portal.class)
    @ConfigurationPropertiesScan("vn.motcua.catalogue")
    @Import({WorkingTime.class, Journal.class})
    @ComponentScan(
            basePackages = {"vn.motcua.web", "vn.motcua.site", "vn.motcua.catalogue", "vn.motcua.agency"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "vn\\.motcua\\.web\\.api\\..*"))
    static class Rooms {

        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }

        @Bean
        InstantSource clock() {
            return java.time.Clock.systemUTC();
        }
    }

    public RunningWeb(String... settings) {
        this(new Class<?>[0], settings);
    }

    public RunningWeb(Class<?>[] more, String... settings) {
        var sources = new Class<?>[more.length + 1];
        sources[0] = Rooms.class;
        System.arraycopy(more, 0, sources, 1, more.length);
        var application = new SpringApplication(sources);
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) starting -> {
            starting.registerBean(DataSource.class, database::app);
            starting.registerBean(
                    Files.class, () -> RunningFiles.over(database, starting.getBean(InstantSource.class)));
        });
        var defaults = new String[settings.length + 3];
        defaults[0] = "--server.port=0";
        defaults[1] = "--spring.flyway.enabled=false";
        defaults[2] = "--motcua.web.sandbox=true";
        System.arraycopy(settings, 0, defaults, 3, settings.length);
        context = application.run(defaults);
    }

    public URI at(String path) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create(
                "http://127.0.0.1:" + java.util.Objects.requireNonNull(server).getPort() + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** A POST of JSON with a fresh Idempotency-Key. */
    public HttpResponse<String> post(String path, String json) {
        return post(path, json, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public HttpResponse<String> post(String path, String json, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(json));
        request.header("Content-Type", headers.getOrDefault("Content-Type", "application/json"));
        headers.forEach((name, value) -> {
            if (!name.equals("Content-Type")) {
                request.header(name, value);
            }
        });
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
