package vn.motcua.payment;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.journal.Journal;
import vn.motcua.journal.Recorded;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Vnd;
import vn.motcua.web.Outbound;
import vn.motcua.web.PublicAddress;

/** The payment room on a database of its own, beside a fake wallet, with a clock that a test moves. */
final class Till implements AutoCloseable {

    static final PersonId AN = PersonId.random();
    static final long FEE = 135_000;

    @EnableTransactionManagement
    static class Room {}

    final TestDatabase.Fresh database = TestDatabase.fresh();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-16T01:00:00Z"));
    final FakeMomo momo = new FakeMomo();
    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();
    private int dossiers;

    Till() {
        room.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "till",
                        Map.of("motcua.outbound.private", URI.create(momo.url()).getAuthority())));
        room.registerBean(DataSource.class, database::app);
        room.registerBean(JdbcClient.class, database::sql);
        room.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database.app()));
        room.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(database.app())));
        room.registerBean(InstantSource.class, () -> now::get);
        room.registerBean(Journal.class, () -> new Journal(database.sql(), now::get));
        room.registerBean(
                PaymentSettings.class,
                () -> new PaymentSettings(
                        URI.create(momo.url()),
                        "TEST",
                        FakeMomo.ACCESS,
                        FakeMomo.SECRET,
                        "http://portal.example",
                        Map.of()));
        room.register(
                Room.class,
                PublicAddress.class,
                Book.class,
                Obligations.class,
                Attempts.class,
                Outbound.class,
                Momo.class,
                Payments.class,
                SettlePayments.class,
                Callbacks.class);
        room.refresh();
    }

    <T> T the(Class<T> type) {
        return room.getBean(type);
    }

    /** Somebody owes the fee of a new dossier, for three days. */
    Obligation due() {
        return transaction(() -> the(Obligations.class)
                .demand(
                        new PayableRef("dossier/H26-261116-%04d".formatted(++dossiers)),
                        new AgencyCode("H26"),
                        AN,
                        new Vnd(FEE),
                        List.of(new Obligation.Line("LE_PHI", "Lệ phí cấp giấy phép", new Vnd(FEE), "37/2023/TT-BTC")),
                        now.get().plus(Duration.ofDays(3))));
    }

    <T> T transaction(java.util.function.Supplier<T> act) {
        return java.util.Objects.requireNonNull(the(TransactionTemplate.class).execute(_ -> act.get()));
    }

    String begin(Obligation due) {
        return begin(due, UUID.randomUUID());
    }

    String begin(Obligation due, UUID token) {
        return the(Payments.class)
                .begin(AN, due.id(), "momo", token, Locale.of("vi"))
                .attempt();
    }

    Obligation now(Obligation due) {
        return the(Obligations.class).of(AN, due.id()).orElseThrow();
    }

    Obligation.AttemptState attempt(Obligation due, String reference) {
        return now(due).attempts().stream()
                .filter(attempt -> attempt.reference().equals(reference))
                .findFirst()
                .orElseThrow()
                .state();
    }

    List<String> history(Obligation due) {
        return the(Journal.class).history("obligation/" + due.id()).stream()
                .map(Recorded::type)
                .map(type -> type.replace("payment.", ""))
                .toList();
    }

    List<String> exceptions() {
        return database.sql()
                .sql("select kind from payment.exception order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    void later(Duration time) {
        now.updateAndGet(at -> at.plus(time));
        the(SettlePayments.class).run(now.get());
    }

    @Override
    public void close() {
        room.close();
        momo.close();
        database.close();
    }
}
