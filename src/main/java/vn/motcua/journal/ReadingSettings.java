package vn.motcua.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;

/** How readers are found, started and measured. */
@Configuration(proxyBeanMethods = false)
class ReadingSettings {

    /** @param reading whether this node reads at all; a node that only answers requests says no */
    @ConfigurationProperties(prefix = "motcua.journal", ignoreUnknownFields = false)
    record JournalSettings(@DefaultValue("true") boolean reading) {}

    @Bean(destroyMethod = "close")
    JournalReaders journalReaders(
            Journal journal,
            DataSource source,
            PlatformTransactionManager transactions,
            InstantSource clock,
            ObjectProvider<JournalReader> readers) {
        return new JournalReaders(
                journal, source, transactions, clock, readers.orderedStream().toList());
    }

    @Bean
    StartReading startReading(JournalReaders readers, JournalSettings settings) {
        return new StartReading(readers, settings.reading());
    }

    /** Readers start once pages are served, and stop before anything that they use does. */
    record StartReading(JournalReaders readers, boolean reading) {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            if (reading) {
                readers.start();
            }
        }

        @EventListener(ContextClosedEvent.class)
        void stop() {
            readers.close();
        }
    }

    @Bean
    MeterBinder journalMeters(JournalReaders readers) {
        return registry -> {
            Gauge.builder("motcua.journal.line.lag", readers, JournalReaders::lineLagSeconds)
                    .baseUnit("seconds")
                    .description("for how long the water line has stood below the last position")
                    .register(registry);
            readers.meters(registry);
        };
    }
}
