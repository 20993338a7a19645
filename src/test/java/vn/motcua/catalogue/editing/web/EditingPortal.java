package vn.motcua.catalogue.editing.web;

import static org.mockito.Mockito.mock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;
import vn.motcua.catalogue.TwoServices;
import vn.motcua.files.Files;
import vn.motcua.files.RunningFiles;
import vn.motcua.journal.Journal;
import vn.motcua.keys.Keys;
import vn.motcua.notification.Notices;
import vn.motcua.time.WorkingTime;

/** The back office behind the real door, over a database of its own; not marked as configuration, so that no scan finds it. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "vn.motcua.identity",
            "vn.motcua.web",
            "vn.motcua.keys",
            "vn.motcua.agency",
            "vn.motcua.catalogue"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "vn\\.motcua\\.web\\.api\\..*|vn\\.motcua\\..*(Test|RunningWeb|CatalogueContext).*"))
@ConfigurationPropertiesScan({"vn.motcua.identity", "vn.motcua.web", "vn.motcua.keys", "vn.motcua.catalogue"})
@Import(WorkingTime.class)
class EditingPortal {

    static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    /** A clock that stands until it is set: at first on a Monday at nine. */
    static class TestClock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-11-23T02:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void set(LocalDate day) {
            now = Instant.parse(day + "T02:00:00Z");
        }
    }

    @Bean
    TestDatabase.Fresh database() {
        return TestDatabase.fresh();
    }

    @Bean
    DataSource dataSource(TestDatabase.Fresh database) {
        return database.app();
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    Files files(TestDatabase.Fresh database, Keys keys, InstantSource clock) {
        return RunningFiles.over(database, keys, clock);
    }

    @Bean
    Notices notices() {
        return mock(Notices.class);
    }

    @Bean
    Journal journal(JdbcClient sql, InstantSource clock) {
        return new Journal(sql, clock);
    }

    /** A test through the door of the back office: one portal for all of them. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(
            classes = EditingPortal.class,
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "motcua.data=target/editing-test",
                "motcua.identity.password-memory-kib=1024",
                "motcua.identity.https=false",
                "spring.flyway.enabled=false"
            })
    @interface EditingTest {}

    /** The folder of services that the portal starts with. */
    @Bean
    org.springframework.test.context.DynamicPropertyRegistrar services() {
        return properties -> properties.add("motcua.catalogue.services", TwoServices::folder);
    }
}
