package vn.motcua.identity;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.observation.SecurityObservationSettings;
import vn.motcua.identity.door.DoorRules;
import vn.motcua.identity.door.OneTimeCodes;
import vn.motcua.identity.door.Passwords;
import vn.motcua.identity.door.Registrations;
import vn.motcua.identity.door.Sessions;
import vn.motcua.identity.door.SignIns;
import vn.motcua.identity.door.Stamp;
import vn.motcua.identity.door.Throttle;
import vn.motcua.keys.Keys;

/** Puts the parts of the door together with the room's settings; keys are fetched when first needed. */
@Configuration(proxyBeanMethods = false)
class IdentityBeans {

    @Bean
    DoorRules doorRules(IdentitySettings settings, ObjectProvider<SandboxKey> sandbox) {
        var guests = sandbox.getIfAvailable() != null;
        var https = settings.https();
        return new DoorRules(guests, https == null ? !guests : https, settings.formTargets());
    }

    /** A timer around every filter of every request cost a tenth of a page and told nobody anything. */
    @Bean
    SecurityObservationSettings noTimersAroundFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** The mark of the room: on forms, questions, codes and buckets. Every use names what it is for. */
    @Bean
    Stamp identityStamp(Keys keys) {
        keys.secret("identity.stamp"); // made now, not inside the first transaction that stamps
        return new Stamp(() -> keys.secret("identity.stamp"));
    }

    @Bean
    Sessions sessions(JdbcClient sql, InstantSource clock, IdentitySettings settings) {
        return new Sessions(sql, clock, settings.sessionIdle(), settings.sessionLongest());
    }

    @Bean
    Passwords passwords(IdentitySettings settings) {
        return new Passwords(settings.passwordMemoryKib(), settings.passwordPasses());
    }

    @Bean
    OneTimeCodes oneTimeCodes(JdbcClient sql, InstantSource clock, Stamp stamp, IdentitySettings settings) {
        return new OneTimeCodes(sql, clock, stamp, settings.codeValid(), settings.codeResend());
    }

    @Bean
    Throttle throttle(JdbcClient sql, InstantSource clock, Stamp stamp) {
        return new Throttle(sql, clock, stamp);
    }

    @Bean
    Captchas captchas(JdbcClient sql, InstantSource clock, Stamp stamp) {
        return new Captchas(sql, clock, stamp);
    }

    @Bean
    SignIns signIns(JdbcClient sql, Passwords passwords, OneTimeCodes codes, Throttle throttle, DoorRules rules) {
        return new SignIns(sql, passwords, codes, throttle, rules.sandbox());
    }

    @Bean
    Registrations registrations(
            JdbcClient sql, Passwords passwords, OneTimeCodes codes, Throttle throttle, Enrolment enrolment) {
        return new Registrations(sql, passwords, codes, throttle, enrolment);
    }
}
