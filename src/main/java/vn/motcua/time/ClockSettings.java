package vn.motcua.time;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock. Every room takes it as {@link InstantSource}; nothing else may ask for the time. */
@Configuration(proxyBeanMethods = false)
class ClockSettings {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC(); // the time room replaces this by a clock that can be moved
    }
}
