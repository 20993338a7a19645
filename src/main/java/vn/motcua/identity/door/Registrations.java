package vn.motcua.identity.door;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.identity.EmailAddress;
import vn.motcua.identity.Enrolment;
import vn.motcua.identity.IdentityNumber;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

/** Accounts on their way: checked at once, then the phone is confirmed, then the mail box, then the account exists. */
public class Registrations {

    /** What somebody says of themself, each value possible and all fitting together. */
    public record Applicant(
            IdentityNumber number,
            PersonName name,
            LocalDate birthDate,
            PhoneNumber phone,
            EmailAddress email,
            Locale locale) {}

    /** A registration that waits for a code, to the phone first. */
    public record Waiting(Applicant applicant, boolean phoneConfirmed, UUID code, String passwordHash) {}

    /** The secret under which a registration goes on, and the code to send. */
    public record Begun(String secret, String digits) {}

    /** Codes to one phone or mail box that was never confirmed. */
    private static final Throttle.Limit CODES = new Throttle.Limit(5, Duration.ofHours(1));

    /** Registrations from one address; many people share one. */
    private static final Throttle.Limit ADDRESS = new Throttle.Limit(60, Duration.ofHours(1));

    private static final Duration ENDS = Duration.ofHours(1);

    private final JdbcClient sql;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final Enrolment enrolment;

    public Registrations(
            JdbcClient sql, Passwords passwords, OneTimeCodes codes, Throttle throttle, Enrolment enrolment) {
        this.sql = sql;
        this.passwords = passwords;
        this.codes = codes;
        this.throttle = throttle;
        this.enrolment = enrolment;
    }

    public Begun begin(Applicant applicant, String password, String address) {
        throttle.left(ADDRESS, "identity.code.many", "register", address);
        rings(applicant.phone().value());
        throttle.count(ADDRESS, "register", address);
        var hash = passwords.hash(password);
        var code = codes.make();
        var secret = Opaque.next();
        sql.sql("""
                        insert into identity.registration (token_hash, identity_number, full_name, birth_date, sex, phone,
                               email, password_hash, locale, code, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Opaque.hash(secret),
                        applicant.number().value(),
                        applicant.name().value(),
                        applicant.birthDate(),
                        applicant.number().sex().name(),
                        applicant.phone().value(),
                        applicant.email().value(),
                        hash,
                        applicant.locale().getLanguage(),
                        code.id(),
                        codes.now().plus(ENDS))
                .update();
        return new Begun(secret, code.digits());
    }

    public Optional<Waiting> waiting(String secret) {
        return sql.sql("""
                        select identity_number, full_name, birth_date, phone, email, locale, phone_confirmed_at, code,
                               password_hash
                        from identity.registration where token_hash = ? and ends_at > ?
                        """)
                .params(Opaque.hash(secret), codes.now())
                .query((row, n) -> new Waiting(
                        new Applicant(
                                new IdentityNumber(row.getString("identity_number")),
                                new PersonName(row.getString("full_name")),
                                row.getObject("birth_date", LocalDate.class),
                                new PhoneNumber(row.getString("phone")),
                                new EmailAddress(row.getString("email")),
                                Locale.of(row.getString("locale"))),
                        row.getTimestamp("phone_confirmed_at") != null,
                        row.getObject("code", UUID.class),
                        row.getString("password_hash")))
                .optional();
    }

    /**
     * The phone is theirs: makes the code for the mail box. Only now, to somebody with a confirmed phone, is it said that a
     * number has an account already.
     */
    public OneTimeCodes.Fresh confirmPhone(String secret, Waiting waiting, String digits) {
        codes.check(waiting.code(), digits, "identity.code.restart");
        throttle.forget("rings", waiting.applicant().phone().value());
        refuseExisting(waiting);
        rings(waiting.applicant().email().value());
        var code = codes.make();
        sql.sql("""
                        update identity.registration set phone_confirmed_at = ?, code = ?
                        where token_hash = ? and phone_confirmed_at is null
                        """).params(codes.now(), code.id(), Opaque.hash(secret)).update();
        return code;
    }

    /** The mail box is theirs too: the account exists, at level 1. */
    public PersonId confirmEmail(String secret, Waiting waiting, String digits) {
        codes.check(waiting.code(), digits, "identity.code.restart");
        throttle.forget("rings", waiting.applicant().email().value());
        var applicant = waiting.applicant();
        var id = enrolment.citizen(new Enrolment.NewCitizen(
                applicant.number(),
                applicant.name(),
                applicant.birthDate(),
                applicant.phone(),
                applicant.email(),
                1,
                "",
                applicant.locale().getLanguage(),
                waiting.passwordHash(),
                true,
                null));
        sql.sql("delete from identity.registration where token_hash = ?")
                .param(Opaque.hash(secret))
                .update();
        return id;
    }

    /** Other digits for the step that waits. */
    public OneTimeCodes.Fresh again(Waiting waiting) {
        var to = waiting.phoneConfirmed()
                ? waiting.applicant().email().value()
                : waiting.applicant().phone().value();
        throttle.left(CODES, "identity.code.many", "rings", to);
        var fresh = codes.again(waiting.code()).orElseThrow(() -> Problem.invalid("code", "identity.code.early"));
        throttle.count(CODES, "rings", to);
        return fresh;
    }

    private void rings(String to) {
        throttle.left(CODES, "identity.code.many", "rings", to);
        throttle.count(CODES, "rings", to);
    }

    private void refuseExisting(Waiting waiting) {
        boolean exists = sql.sql("select exists (select 1 from identity.account where login = ?)")
                .param(waiting.applicant().number().value())
                .query(Boolean.class)
                .single();
        if (exists) {
            throw Problem.invalid("identityNumber", "identity.registration.exists");
        }
    }
}
