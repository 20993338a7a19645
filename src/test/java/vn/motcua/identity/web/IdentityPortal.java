package vn.motcua.identity.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;
import vn.motcua.identity.SandboxKey;
import vn.motcua.journal.Journal;
import vn.motcua.notification.Notices;

/**
 * The identity room with the web around it and a database of its own; SMS and mail end in {@link Post}. Not marked
 * as configuration, so that no other test finds it by scanning.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"vn.motcua.identity", "vn.motcua.web", "vn.motcua.keys"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "vn\\.motcua\\.web\\.(api\\.|.*Test|RunningWeb).*"))
@ConfigurationPropertiesScan({"vn.motcua.identity", "vn.motcua.web", "vn.motcua.keys"})
public class IdentityPortal {

    /** The last code that came to each phone and mail box. */
    static class Post {
        private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
        private final Map<String, String> texts = new ConcurrentHashMap<>();

        String code(String to) {
            var matcher = CODE.matcher(texts.getOrDefault(to, ""));
            return matcher.find() ? matcher.group() : "none came to " + to;
        }

        String text(String to) {
            return texts.getOrDefault(to, "");
        }
    }

    /** A clock that stands until it is moved. */
    static class TestClock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-11-16T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh().app();
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    Post post() {
        return new Post();
    }

    @Bean
    Notices notices(Post post) {
        var notices = mock(Notices.class);
        doAnswer(call -> post.texts.put(call.getArgument(0), call.getArgument(1)))
                .when(notices)
                .sendCode(any(), any());
        doAnswer(call -> post.texts.put(call.getArgument(0), call.getArgument(2)))
                .when(notices)
                .mailCode(any(), any(), any());
        return notices;
    }

    @Bean
    Journal journal(JdbcClient sql, InstantSource clock) {
        return new Journal(sql, clock);
    }

    @Bean
    SandboxKey sandboxKey() {
        var pair = pair();
        return new SandboxKey(() -> pair);
    }

    static KeyPair pair() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            return maker.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
