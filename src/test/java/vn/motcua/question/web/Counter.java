package vn.motcua.question.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.catalogue.TwoServices;
import vn.motcua.files.Files;
import vn.motcua.files.RunningFiles;
import vn.motcua.identity.Captchas;
import vn.motcua.identity.Enrolment;
import vn.motcua.identity.Official.Duty;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.door.Sessions;
import vn.motcua.journal.Journal;
import vn.motcua.journal.JournalReader;
import vn.motcua.journal.Recorded;
import vn.motcua.keys.Keys;
import vn.motcua.notification.Notices;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.time.WorkingTime;

/** The room of questions behind the real door, with two procedures, a clock that a test moves, and messages that end in a list. */
public final class Counter implements AutoCloseable {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    public final TestDatabase.Fresh database = TestDatabase.fresh();
    public final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-16T02:00:00Z"));
    final List<Notices.Notice> told = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;
    private long read;
    private int visitors;

    @EnableAutoConfiguration
    @ConfigurationPropertiesScan({
        "vn.motcua.identity",
        "vn.motcua.web",
        "vn.motcua.keys",
        "vn.motcua.catalogue",
        "vn.motcua.question"
    })
    @Import(WorkingTime.class)
    @ComponentScan(
            basePackages = {
                "vn.motcua.identity",
                "vn.motcua.web",
                "vn.motcua.keys",
                "vn.motcua.catalogue",
                "vn.motcua.agency",
                "vn.motcua.question"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "vn\\.motcua\\.web\\.(api\\.|.*Test|RunningWeb).*|vn\\.motcua\\.identity\\.web\\.Identity(Portal|Test).*"
                                            + "|vn\\.motcua\\.catalogue\\.web\\.CatalogueContext.*"))
    static class Rooms {
        @Bean
        Journal journal(JdbcClient sql, InstantSource clock) {
            return new Journal(sql, clock);
        }
    }

    public Counter() {
        var application = new SpringApplication(Rooms.class);
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) starting -> {
            starting.registerBean(DataSource.class, database::app);
            starting.registerBean(InstantSource.class, () -> now::get);
            starting.registerBean(Notices.class, this::notices);
            starting.registerBean(
                    Files.class, () -> RunningFiles.over(database, starting.getBean(Keys.class), now::get));
        });
        context = application.run(
                "--server.port=0",
                "--spring.flyway.enabled=false",
                "--motcua.data=target/question-test",
                "--motcua.identity.password-memory-kib=1024",
                "--motcua.identity.https=false",
                "--motcua.catalogue.services=" + TwoServices.folder());
    }

    private Notices notices() {
        var notices = mock(Notices.class);
        doAnswer(call -> told.add(call.getArgument(0))).when(notices).tell(any());
        return notices;
    }

    public <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return database.sql();
    }

    PersonId official(String userName, String agency, Duty... duties) {
        return the(Enrolment.class)
                .official(new Enrolment.NewOfficial(
                        userName,
                        new PersonName("Nguyễn Văn Thử"),
                        "Cán bộ",
                        List.of(new AgencyCode(agency)),
                        Set.of(duties),
                        null,
                        null));
    }

    /** Lets the reader of the journal tell what has happened since the last time; what it said. */
    List<Notices.Notice> tell() {
        told.clear();
        var reader = context.getBeansOfType(JournalReader.class).values().stream()
                .filter(each -> each.name().equals("question.tell-asker"))
                .findFirst()
                .orElseThrow();
        var streams = sql().sql("select distinct stream from journal.journal where position > ?")
                .param(read)
                .query(String.class)
                .list();
        var from = read;
        streams.stream()
                .flatMap(stream -> the(Journal.class).history(stream).stream())
                .filter(event -> event.position() > from)
                .sorted(java.util.Comparator.comparing(Recorded::position))
                .forEach(event -> {
                    read = Math.max(read, event.position());
                    if (reader.types().contains(event.type())) {
                        the(TransactionTemplate.class).executeWithoutResult(_ -> reader.on(event));
                    }
                });
        return List.copyOf(told);
    }

    /** Each from an address of their own, because limits are counted by address. */
    private String next() {
        visitors++;
        return "127.0." + (visitors / 200 + 1) + "." + (visitors % 200 + 1);
    }

    Visitor visitor() {
        return new Visitor(null, next());
    }

    Visitor signed(PersonId account) {
        return new Visitor(the(Sessions.class).open(account), next());
    }

    /** A browser without script. */
    final class Visitor {

        private final HttpClient http;
        private final String address;
        private final Map<String, String> cookies = new LinkedHashMap<>();
        String agent = "Test browser";

        private Visitor(@org.jspecify.annotations.Nullable String session, String address) {
            this.address = address;
            try {
                http = HttpClient.newBuilder()
                        .localAddress(java.net.InetAddress.getByName(address))
                        .build();
            } catch (java.net.UnknownHostException e) {
                throw new IllegalStateException(e);
            }
            if (session != null) {
                cookies.put("motcua-session", session);
            }
        }

        /** Another browser at the same address. */
        Visitor beside() {
            var other = new Visitor(null, address);
            other.agent = "Another browser";
            return other;
        }

        HttpResponse<String> get(String path, String... headers) {
            var request = HttpRequest.newBuilder(at(path)).GET();
            if (headers.length > 0) {
                request.headers(headers);
            }
            return send(request);
        }

        /** Opens the page and sends its hidden fields to the action, with more. */
        HttpResponse<String> fill(String page, String action, String... fields) {
            return post(get(page), action, fields);
        }

        HttpResponse<String> post(HttpResponse<String> page, String action, String... fields) {
            var all = hidden(page.body());
            for (int i = 0; i < fields.length; i += 2) {
                all.put(fields[i], fields[i + 1]);
            }
            return send(HttpRequest.newBuilder(at(action))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(all.entrySet().stream()
                            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&")))));
        }

        /** Asks as people do, past similar questions; the answer to the last step. */
        HttpResponse<String> ask(String procedure, String name, String email, String words) {
            var page = get("/questions/ask?procedure=" + procedure);
            return ask(page, name, email, words);
        }

        HttpResponse<String> ask(HttpResponse<String> page, String name, String email, String words) {
            var captcha = the(Captchas.class)
                    .answer(hidden(page.body()).getOrDefault("captchaId", ""))
                    .orElse("");
            var answer = post(
                    page,
                    "/questions/ask",
                    "name",
                    name,
                    "email",
                    email,
                    "phone",
                    "",
                    "words",
                    words,
                    "captcha",
                    captcha);
            return answer.statusCode() == 200 && answer.body().contains("name=\"seen\"")
                    ? post(
                            answer,
                            "/questions/ask",
                            "name",
                            name,
                            "email",
                            email,
                            "phone",
                            "",
                            "words",
                            words,
                            "captcha",
                            captcha)
                    : answer;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            request.header(
                            "Cookie",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .collect(Collectors.joining("; ")))
                    .setHeader("User-Agent", agent);
            try {
                var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                    var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                    cookies.put(pair[0], pair[1]);
                });
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private URI at(String path) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create(
                "http://127.0.0.1:" + java.util.Objects.requireNonNull(server).getPort() + path);
    }

    static Map<String, String> hidden(String page) {
        var fields = new LinkedHashMap<String, String>();
        var found = HIDDEN.matcher(page.substring(Math.max(0, page.indexOf("<main"))));
        while (found.find()) {
            fields.putIfAbsent(found.group(1), found.group(2));
        }
        return fields;
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(location -> location.replaceFirst("^http://127.0.0.1:\\d+", ""))
                .orElse("no redirect: " + answer.statusCode() + " " + answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
