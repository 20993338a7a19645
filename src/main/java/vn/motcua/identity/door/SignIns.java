package vn.motcua.identity.door;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

/** The two steps of a sign-in: what you know, then what you have. */
public class SignIns {

    /** Somebody at the door: address and, where this browser was let in before, the mark it got then. */
    public record Caller(String address, @Nullable String device) {}

    /** What the first step leads to: straight in, or a code that the caller sends and that is typed under a secret. */
    public sealed interface Step {
        record In(PersonId account) implements Step {}

        record CodeNeeded(String pending, String phone, String digits) implements Step {}
    }

    /** A sign-in that waits for its code. */
    public record Waiting(PersonId account, boolean official, String phone, Locale locale, String next, UUID code) {}

    /** Failures that one browser or address may make on one account. */
    static final Throttle.Limit OWN = new Throttle.Limit(5, Duration.ofMinutes(15));

    /** Failures from everywhere on one account by browsers that were never let in; the owner's known one is not among them. */
    static final Throttle.Limit STRANGERS = new Throttle.Limit(30, Duration.ofHours(1));

    /** Failures from one address on all accounts; many people share one address. */
    static final Throttle.Limit ADDRESS = new Throttle.Limit(200, Duration.ofMinutes(15));

    /** Codes that were sent and never used: nobody's phone rings all night. */
    static final Throttle.Limit CODES = new Throttle.Limit(20, Duration.ofHours(1));

    private static final Duration ENDS = Duration.ofMinutes(30);

    private record Account(
            UUID id,
            String kind,
            @Nullable String hash,
            boolean secondFactor,
            @Nullable String phone) {}

    private final JdbcClient sql;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final boolean sandbox;

    /** Only with {@code sandbox} can anybody be let in by password alone, whatever the rows say. */
    public SignIns(JdbcClient sql, Passwords passwords, OneTimeCodes codes, Throttle throttle, boolean sandbox) {
        this.sql = sql;
        this.passwords = passwords;
        this.codes = codes;
        this.throttle = throttle;
        this.sandbox = sandbox;
    }

    /** Whether the account signs in by script, without question and code; there is one such in the sandbox. */
    public boolean scripted(String login) {
        return sandbox
                && sql.sql("select exists (select 1 from identity.account where login = ? and not second_factor)")
                        .param(login)
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Checks the password. Unknown account and wrong password are one refusal, in words and in time. The code itself is
     * made here and sent by the caller.
     */
    public Step password(String login, String password, Caller caller, String next) {
        var bucket = known(login, caller)
                ? new String[] {"device", login, String.valueOf(caller.device())}
                : new String[] {"address", login, caller.address()};
        throttle.left(OWN, "identity.signin.wait", bucket);
        throttle.left(ADDRESS, "identity.signin.wait", "address", caller.address());
        if (bucket[0].equals("address")) {
            throttle.left(STRANGERS, "identity.signin.wait", "strangers", login);
        }
        var account = find(login);
        if (!passwords.fits(password, account.map(Account::hash).orElse(null))) {
            throttle.count(ADDRESS, "address", caller.address());
            if (bucket[0].equals("address")) {
                throttle.count(STRANGERS, "strangers", login);
            }
            int left = Math.max(0, throttle.count(OWN, bucket));
            throw Problem.invalid(
                    "identifier", left == 0 ? "identity.signin.wrong.last" : "identity.signin.wrong", left);
        }
        throttle.forget(bucket);
        var found = account.orElseThrow();
        var id = new PersonId(found.id);
        if (sandbox && !found.secondFactor) {
            return new Step.In(id);
        }
        if (found.phone == null) {
            throw Problem.invalid("identifier", "identity.signin.no-phone");
        }
        throttle.left(CODES, "identity.code.many", "codes", login);
        throttle.count(CODES, "codes", login);
        var code = codes.make();
        var pending = Opaque.next();
        sql.sql("insert into identity.sign_in (token_hash, account, code, next, ends_at) values (?, ?, ?, ?, ?)")
                .params(
                        Opaque.hash(pending),
                        found.id,
                        code.id(),
                        next,
                        codes.now().plus(ENDS))
                .update();
        return new Step.CodeNeeded(pending, found.phone, code.digits());
    }

    /** The sign-in that this secret belongs to, while it may still be finished. */
    public Optional<Waiting> waiting(String pending) {
        return sql.sql("""
                        select s.account, a.kind, a.phone, a.locale, s.next, s.code
                        from identity.sign_in s join identity.account a on a.id = s.account
                        where s.token_hash = ? and s.ends_at > ?
                        """)
                .params(Opaque.hash(pending), codes.now())
                .query((row, n) -> new Waiting(
                        new PersonId(row.getObject("account", UUID.class)),
                        row.getString("kind").equals("OFFICIAL"),
                        row.getString("phone"),
                        Locale.of(row.getString("locale")),
                        row.getString("next"),
                        row.getObject("code", UUID.class)))
                .optional();
    }

    /** Lets a right code in, once; refuses others with what is left to do. */
    public Waiting finish(String pending, String digits) {
        var waiting = waiting(pending).orElseThrow(() -> Problem.invalid("code", "identity.code.expired"));
        codes.check(waiting.code(), digits, "identity.code.used-up");
        int mine = sql.sql("delete from identity.sign_in where token_hash = ?")
                .param(Opaque.hash(pending))
                .update();
        if (mine != 1) {
            throw Problem.invalid("code", "identity.code.used-up");
        }
        throttle.forget("codes", login(waiting.account()));
        return waiting;
    }

    /** Other digits for the same sign-in. */
    public OneTimeCodes.Fresh again(Waiting waiting) {
        var login = login(waiting.account());
        throttle.left(CODES, "identity.code.many", "codes", login);
        var fresh = codes.again(waiting.code()).orElseThrow(() -> Problem.invalid("code", "identity.code.early"));
        throttle.count(CODES, "codes", login);
        return fresh;
    }

    /** The mark by which a browser that was let in is known again: bound to the account, useless for any other. */
    public String device(PersonId account) {
        var nonce = Opaque.next();
        return nonce + "." + throttle.stamp().text("device", login(account), nonce);
    }

    private boolean known(String login, Caller caller) {
        var device = caller.device();
        int dot = device == null ? -1 : device.indexOf('.');
        return device != null
                && dot > 0
                && throttle.stamp().fits(device.substring(dot + 1), "device", login, device.substring(0, dot));
    }

    private Optional<Account> find(String login) {
        return sql.sql("""
                        select id, kind, password_hash, second_factor, phone from identity.account
                        where login = ? and closed_at is null and kind <> 'ORGANISATION'
                        """)
                .param(login)
                .query((row, n) -> new Account(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("password_hash"),
                        row.getBoolean("second_factor"),
                        row.getString("phone")))
                .optional();
    }

    private String login(PersonId account) {
        return sql.sql("select login from identity.account where id = ?")
                .param(account.value())
                .query(String.class)
                .single();
    }
}
