package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.keys.Keys;
import vn.motcua.keys.TestKeys;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

class NoticesTest {

    private static final PersonId AN = PersonId.random();
    private static final String ABOUT = "dossier/H26-261116-0001";

    @TempDir
    static Path data;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-16T01:00:00Z"));
    private final InstantSource clock = now::get;
    private final Bell bell = new Bell();
    private final List<AutoCloseable> open = new ArrayList<>();
    private static TestDatabase.Fresh database;
    private FakeSmsCentre centre;
    private FakeMailServer mail;
    private NotificationSettings settings;
    private Outbox outbox;
    private Notices notices;
    private Codes codes;
    private TransactionTemplate transaction;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        database.sql().sql("delete from notification.message").update();
        database.sql().sql("delete from notification.hold").update();
        centre = new FakeSmsCentre(FakeSmsCentre.freePort());
        mail = new FakeMailServer();
        settings = settings(centre.port, mail.port);
        Keys keys = TestKeys.in(database, data, clock);
        outbox = new Outbox(database.sql(), keys, clock, settings);
        codes = new Codes(settings, clock);
        notices = new Notices(database.sql(), keys, clock, bell, codes);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database.app()));
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
        codes.destroy();
        centre.close();
        mail.close();
    }

    private static NotificationSettings settings(int smsPort, int mailPort) {
        return new NotificationSettings(
                "localhost",
                smsPort,
                "motcua",
                "secret",
                "MOTCUA",
                "localhost",
                mailPort,
                "motcua@portal.example",
                "",
                "",
                Duration.ofSeconds(60),
                3);
    }

    private static Notices.Notice notice(long event) {
        return notice(event, "0912000017", "an@example.vn");
    }

    private static Notices.Notice notice(long event, @Nullable String phone, @Nullable String email) {
        return new Notices.Notice(
                event,
                new Notices.Recipient(AN, Locale.of("vi"), phone, email),
                "MOTCUA: Ho so da tiep nhan",
                "Hồ sơ được tiếp nhận",
                "Chào bạn,\nHồ sơ của bạn được tiếp nhận.",
                ABOUT);
    }

    private void tell(Notices.Notice notice) {
        transaction.executeWithoutResult(_ -> notices.tell(notice));
    }

    private SmsCarrier sms() {
        var carrier = new SmsCarrier(settings);
        open.add(carrier);
        assertThat(carrier.ready()).isTrue();
        return carrier;
    }

    private String state(Notices.Channel channel) {
        return database.sql()
                .sql("select state from notification.message where channel = ?")
                .param(channel.name())
                .query(String.class)
                .single();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 500 && !done.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void whatIsToldTwiceIsSaidOnce() {
        tell(notice(7));
        tell(notice(7));
        assertThat(notices.about(ABOUT)).hasSize(2);
        tell(notice(8, "0912000017", null));
        assertThat(notices.about(ABOUT)).hasSize(3);
    }

    @Test
    void whatIsRolledBackIsNotSaid() {
        transaction.executeWithoutResult(status -> {
            notices.tell(notice(7));
            status.setRollbackOnly();
        });
        assertThat(notices.about(ABOUT)).isEmpty();
    }

    @Test
    void smsGoesOutWithItsReferenceAndTheReceiptComesBack() throws Exception {
        tell(notice(7, "0912000017", null));
        var carrier = sms();
        assertThat(SendMessages.round(outbox, carrier)).isEqualTo(1);
        assertThat(centre.received).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo("0912000017");
            assertThat(sent.text()).isEqualTo("MOTCUA: Ho so da tiep nhan");
            assertThat(sent.registered()).isEqualTo((byte) 1);
            assertThat(sent.reference()).hasSize(36);
        });
        assertThat(state(Notices.Channel.SMS)).isEqualTo("SENT");
        centre.report(centre.received.getFirst().id(), "DELIVRD");
        await(() -> outbox.note(carrier.receipts()).isEmpty()
                && state(Notices.Channel.SMS).equals("DELIVERED"));
    }

    @Test
    void mailGoesOutInUtf8UnderItsReference() throws Exception {
        tell(notice(7, null, "an@example.vn"));
        tell(notice(8, null, "binh@example.vn"));
        var carrier = new MailCarrier(settings, clock);
        open.add(carrier);
        assertThat(carrier.ready()).isTrue();
        SendMessages.round(outbox, carrier);
        assertThat(mail.received).hasSize(2);
        assertThat(mail.connections).as("one kept connection").hasValue(1);
        var message = mail.received.getFirst();
        assertThat(message.getSubject()).isEqualTo("Hồ sơ được tiếp nhận");
        assertThat(message.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(message.getContent().toString().strip().lines())
                .containsExactly("Chào bạn,", "Hồ sơ của bạn được tiếp nhận.");
        assertThat(message.getMessageID()).matches("<[0-9a-f-]{36}@portal\\.example>");
        assertThat(message.getSentDate()).isEqualTo(java.util.Date.from(now.get()));
    }

    @Test
    void whoDiesBeforeSubmittingLosesNothing() {
        tell(notice(7, "0912000017", null));
        assertThatThrownBy(() -> SendMessages.round(outbox, new Dying(null))).hasMessage("killed");
        assertThat(state(Notices.Channel.SMS)).isEqualTo("SENDING");
        var carrier = sms();
        assertThat(SendMessages.round(outbox, carrier))
                .as("the window is not over")
                .isZero();
        now.updateAndGet(at -> at.plusSeconds(60));
        assertThat(SendMessages.round(outbox, carrier)).isEqualTo(1);
        assertThat(centre.received).hasSize(1);
        assertThat(state(Notices.Channel.SMS)).isEqualTo("SENT");
    }

    @Test
    void whoDiesAfterSubmittingSendsOnceMoreUnderTheSameReference() {
        tell(notice(7, "0912000017", null));
        var carrier = sms();
        assertThatThrownBy(() -> SendMessages.round(outbox, new Dying(carrier))).hasMessage("killed");
        now.updateAndGet(at -> at.plusSeconds(60));
        SendMessages.round(outbox, carrier);
        assertThat(centre.received).hasSize(2);
        assertThat(centre.received)
                .extracting(FakeSmsCentre.Received::reference)
                .containsOnly(centre.received.getFirst().reference());
        now.updateAndGet(at -> at.plusSeconds(600));
        assertThat(SendMessages.round(outbox, carrier)).isZero();
    }

    @Test
    void lineThatBreaksBeforeTheAnswerLeavesTheLetterToItsWindow() {
        tell(notice(7, "0912000017", null));
        centre.hangUpAfterTaking = true;
        SendMessages.round(outbox, sms());
        assertThat(state(Notices.Channel.SMS)).isEqualTo("SENDING");
        centre.hangUpAfterTaking = false;
        now.updateAndGet(at -> at.plusSeconds(60));
        SendMessages.round(outbox, sms());
        assertThat(centre.received).hasSize(2);
        assertThat(state(Notices.Channel.SMS)).isEqualTo("SENT");
    }

    @Test
    void refusedLettersArePausedAndGivenUpAfterTheLastTry() {
        tell(notice(7, "0912000017", null));
        centre.status = SMPPConstant.STAT_ESME_RTHROTTLED;
        var carrier = sms();
        SendMessages.round(outbox, carrier);
        assertThat(state(Notices.Channel.SMS)).isEqualTo("WAITING");
        assertThat(SendMessages.round(outbox, carrier))
                .as("the pause is not over")
                .isZero();
        for (int i = 0; i < 2; i++) {
            now.updateAndGet(at -> at.plusSeconds(30));
            assertThat(SendMessages.round(outbox, carrier)).isEqualTo(1);
        }
        assertThat(state(Notices.Channel.SMS)).isEqualTo("FAILED");
        assertThat(database.sql()
                        .sql("select reason from notification.message")
                        .query(String.class)
                        .single())
                .isEqualTo("SMPP status 58");
    }

    @Test
    void numbersAndAddressesThatDoNotExistAreGivenUpAtOnce() {
        tell(notice(7, "0912000017", "nobody@example.vn"));
        centre.status = SMPPConstant.STAT_ESME_RINVDSTADR;
        SendMessages.round(outbox, sms());
        assertThat(state(Notices.Channel.SMS)).isEqualTo("FAILED");
        var carrier = new MailCarrier(settings, clock);
        open.add(carrier);
        assertThat(carrier.ready()).isTrue();
        SendMessages.round(outbox, carrier);
        assertThat(state(Notices.Channel.EMAIL)).isEqualTo("FAILED");
    }

    @Test
    void centreThatIsAwayGetsEverythingWhenItComesBack() throws Exception {
        centre.close();
        var senders = new SendMessages(outbox, bell, settings, clock);
        senders.start();
        try {
            tell(notice(7));
            await(() -> state(Notices.Channel.EMAIL).equals("SENT"));
            assertThat(state(Notices.Channel.SMS)).isEqualTo("WAITING");
            centre = new FakeSmsCentre(centre.port);
            await(() -> state(Notices.Channel.SMS).equals("SENT"));
            centre.close();
            tell(notice(8, "0912000017", null));
            centre = new FakeSmsCentre(centre.port);
            now.updateAndGet(at -> at.plusSeconds(60)); // in case the break was noticed only while sending
            await(() -> centre.received.size() == 1);
        } finally {
            senders.stop();
        }
    }

    @Test
    void severalNodesSendEachMessageOnceAndFast() throws Exception {
        int count = 1_000;
        transaction.executeWithoutResult(_ -> {
            for (int event = 1; event <= count; event++) {
                notices.tell(notice(event, "0912000017", null));
            }
        });
        var first = sms();
        var second = sms();
        long start = System.nanoTime();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var carrier : List.of(first, second)) {
                nodes.execute(() -> {
                    while (SendMessages.round(outbox, carrier) > 0) {
                        // until nothing waits
                    }
                });
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        assertThat(centre.received).hasSize(count);
        assertThat(centre.received)
                .extracting(FakeSmsCentre.Received::reference)
                .doesNotHaveDuplicates();
        assertThat(count / seconds).as("messages a second").isGreaterThan(250);
    }

    @Test
    void afterARestoreNothingOfThatTimeGoesOutBeforeSomebodyDecides() {
        tell(notice(7, "0912000017", null));
        var held = new HeldMessages(database.sql());
        transaction.executeWithoutResult(_ -> held.hold(8, now.get(), "Lan", "restored"));
        now.updateAndGet(at -> at.plusSeconds(1));
        tell(notice(8, "0912000018", null)); // a reader that had not come so far when the backup was taken
        tell(notice(9, "0912000019", null));
        var carrier = sms();
        SendMessages.round(outbox, carrier);
        assertThat(centre.received)
                .singleElement()
                .extracting(FakeSmsCentre.Received::to)
                .isEqualTo("0912000019");
        now.updateAndGet(at -> at.plus(Duration.ofDays(30)));
        assertThat(SendMessages.round(outbox, carrier)).isZero();

        var waiting = held.list();
        assertThat(waiting).hasSize(2);
        assertThat(held.drop(List.of(waiting.getLast().reference()), now.get(), "Lan"))
                .isEqualTo(1);
        assertThat(held.release(held.references(), now.get(), "Lan")).isEqualTo(1);
        assertThat(SendMessages.round(outbox, carrier)).isEqualTo(1);
        assertThat(centre.received.getLast().to()).isEqualTo("0912000017");
        assertThat(centre.received.getLast().reference())
                .isEqualTo(waiting.getFirst().reference().toString());
        assertThat(SendMessages.round(outbox, carrier)).isZero();
        assertThat(held.count()).isZero();
    }

    @Test
    void whatIsHeldIsForgottenWithItsPerson() {
        tell(notice(7, "0912000017", null));
        var held = new HeldMessages(database.sql());
        transaction.executeWithoutResult(_ -> held.hold(7, now.get(), "Lan", "restored"));
        notices.forget(AN);
        assertThat(held.release(held.references(), now.get(), "Lan")).isZero();
        assertThat(SendMessages.round(outbox, sms())).isZero();
    }

    @Test
    void rowsHideWhoIsToldWhatAndCanForgetIt() {
        tell(notice(7));
        var rows = database.sql()
                .sql("select m::text from notification.message m")
                .query(String.class)
                .list();
        var hex = java.util.HexFormat.of().formatHex("0912000017".getBytes(StandardCharsets.UTF_8));
        assertThat(rows)
                .noneMatch(row -> row.contains("0912000017") || row.contains(hex) || row.contains("example.vn"));
        notices.forget(AN);
        assertThat(notices.about(ABOUT)).isEmpty();
        assertThat(SendMessages.round(outbox, sms())).isZero();
    }

    @Test
    void codesPassTheQueueAndAreRefusedWhenNobodyTakesThem() {
        notices.sendCode("0912000017", "Ma xac nhan 123456");
        assertThat(centre.received)
                .singleElement()
                .extracting(FakeSmsCentre.Received::text)
                .isEqualTo("Ma xac nhan 123456");
        notices.mailCode("an@example.vn", "Mã xác nhận", "123456");
        assertThat(mail.received).hasSize(1);
        assertThat(notices.about(ABOUT)).isEmpty();
        centre.close();
        assertThatThrownBy(() -> notices.sendCode("0912000017", "Ma xac nhan 123456"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.MAINTENANCE);
                    assertThat(problem.retryAfter()).isNotNull();
                });
        assertThatThrownBy(() -> notices.mailCode("nobody@example.vn", "Mã xác nhận", "123456"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID));
    }

    /** Dies like a killed process: before it submits, or with a carrier after. */
    private record Dying(@Nullable Carrier carrier) implements Carrier {

        @Override
        public Notices.Channel channel() {
            return Notices.Channel.SMS;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public List<Fate> send(List<Letter> letters) {
            if (carrier != null) {
                carrier.send(letters);
            }
            throw new IllegalStateException("killed");
        }

        @Override
        public void close() {}
    }
}
