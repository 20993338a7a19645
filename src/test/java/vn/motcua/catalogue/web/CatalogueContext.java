package vn.motcua.catalogue.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.TestDatabase;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.TwoServices;
import vn.motcua.files.Files;
import vn.motcua.files.RunningFiles;
import vn.motcua.journal.Journal;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Messages;
import vn.motcua.web.PublicAddress;

/** The catalogue and what it stands on, with the two services of the story, on Monday 23 November 2026 at 09:00; started once. */
final class CatalogueContext {

    private static final AnnotationConfigApplicationContext CONTEXT = start();

    private CatalogueContext() {}

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    private static AnnotationConfigApplicationContext start() {
        var database = TestDatabase.fresh();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, database::sql);
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database.app())));
        context.registerBean(InstantSource.class, () -> InstantSource.fixed(Instant.parse("2026-11-23T02:00:00Z")));
        context.registerBean(Files.class, () -> RunningFiles.over(database, context.getBean(InstantSource.class)));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "two services", Map.of("motcua.catalogue.services", TwoServices.folder())));
        context.register(WorkingTime.class, Agencies.class, Journal.class, PublicAddress.class, Room.class);
        context.scan("vn.motcua.catalogue");
        context.refresh();
        return context;
    }

    @EnableConfigurationProperties
    @ConfigurationPropertiesScan("vn.motcua.catalogue")
    @Configuration(proxyBeanMethods = false)
    static class Room {

        /** The real sentences; their class belongs to the web room. */
        @Bean
        Messages messages() throws ReflectiveOperationException {
            var sentences = Class.forName("vn.motcua.web.Sentences").getDeclaredConstructor();
            sentences.setAccessible(true);
            return (Messages) sentences.newInstance();
        }

        /** Nothing is kept: what happens once is tested in the web room. */
        @Bean
        vn.motcua.web.Idempotency idempotency() {
            return new vn.motcua.web.Idempotency() {
                @Override
                public Answer once(Token token, java.util.function.Supplier<Answer> act) {
                    return act.get();
                }

                @Override
                public <P> Answer once(
                        Token token,
                        java.util.function.Supplier<P> prepare,
                        java.util.function.Function<P, Answer> act) {
                    return act.apply(prepare.get());
                }
            };
        }
    }
}
