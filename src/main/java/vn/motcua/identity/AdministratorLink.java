package vn.motcua.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.identity.door.Opaque;
import vn.motcua.identity.door.Passwords;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

/**
 * How the first administrator of a production portal gets in: by a link that works once, within a day, and only while no
 * administrator has a password. There is no default password anywhere.
 */
@Component
public class AdministratorLink {

    static final String USER_NAME = "admin";

    private static final Duration VALID = Duration.ofDays(1);

    private final JdbcClient sql;
    private final Enrolment enrolment;
    private final People people;
    private final InstantSource clock;

    AdministratorLink(JdbcClient sql, Enrolment enrolment, People people, InstantSource clock) {
        this.sql = sql;
        this.enrolment = enrolment;
        this.people = people;
        this.clock = clock;
    }

    /** A new link's path; earlier links end. Empty when an administrator has a password already. */
    public Optional<String> make() {
        if (administratorIsThere()) {
            return Optional.empty();
        }
        var id = people.account(USER_NAME)
                .orElseGet(() -> enrolment.official(new Enrolment.NewOfficial(
                        USER_NAME,
                        new PersonName("Quản trị viên"),
                        "Quản trị hệ thống",
                        List.of(new AgencyCode("G01")),
                        Set.of(Official.Duty.ADMIN),
                        null,
                        null)));
        var secret = Opaque.next();
        sql.sql("delete from identity.first_password where official = ?")
                .param(id.value())
                .update();
        sql.sql("insert into identity.first_password (token_hash, official, ends_at) values (?, ?, ?)")
                .params(Opaque.hash(secret), id.value(), now().plus(VALID))
                .update();
        return Optional.of("/login/first?token=" + secret);
    }

    /** Whose first password the link sets; empty when it was used or has ended. */
    public Optional<String> userName(String secret) {
        return sql.sql("""
                        select login from identity.account where id = (
                            select official from identity.first_password where token_hash = ? and ends_at > ?)
                        """)
                .params(Opaque.hash(secret), now())
                .query(String.class)
                .optional();
    }

    /** Uses the link up. */
    public PersonId use(String secret, String password, PhoneNumber phone) {
        Passwords.check(password, phone.value(), USER_NAME);
        var hash = enrolment.hash(password);
        var official = sql.sql(
                        "delete from identity.first_password where token_hash = ? and ends_at > ? returning official")
                .params(Opaque.hash(secret), now())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.invalid("", "identity.first.ended"));
        sql.sql("""
                        update identity.account set password_hash = ?, phone = ?, phone_confirmed_at = ?, version = version + 1
                        where id = ?
                        """).params(hash, phone.value(), now(), official).update();
        return new PersonId(official);
    }

    private boolean administratorIsThere() {
        return sql.sql("""
                        select exists (
                            select 1 from identity.official_duty d join identity.account a on a.id = d.official
                            where d.duty = 'ADMIN' and a.password_hash is not null and a.closed_at is null)
                        """).query(Boolean.class).single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
