package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.payment.Obligation.AttemptState.CANCELLED;
import static vn.motcua.payment.Obligation.AttemptState.EXPIRED;
import static vn.motcua.payment.Obligation.AttemptState.FAILED;
import static vn.motcua.payment.Obligation.AttemptState.PENDING;
import static vn.motcua.payment.Obligation.AttemptState.SUCCEEDED;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

class PaymentsTest {

    private static final Till TILL = new Till();
    private final Callbacks callbacks = TILL.the(Callbacks.class);

    @BeforeEach
    void clean() {
        TILL.momo.down = false;
        TILL.momo.beforeAnswer = _ -> {};
        TILL.database.sql().sql("delete from payment.exception").update();
    }

    @AfterAll
    static void close() {
        TILL.close();
    }

    private static void refused(ThrowingCallable act, Problem.Kind kind, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.mistakes().getFirst().code()).isEqualTo(code);
        });
    }

    @Test
    void feeIsPaidBySignedCallbackAndTheJournalTellsIt() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        assertThat(TILL.momo.orders.get(attempt)).isNotNull();
        assertThat(TILL.the(Payments.class).redirectUrl(TILL.now(due))).contains(TILL.momo.url() + "/pay/" + attempt);
        TILL.momo.pay(attempt);
        callbacks.momo(TILL.momo.notice(attempt));
        var paid = TILL.now(due);
        assertThat(paid.state()).isEqualTo(Obligation.State.PAID);
        assertThat(paid.paidAt()).isEqualTo(TILL.now.get());
        assertThat(TILL.history(due)).containsExactly("Demanded", "AttemptStarted", "AttemptEnded", "Paid");
        assertThat(TILL.the(vn.motcua.journal.Journal.class)
                        .history("obligation/" + due.id())
                        .getLast()
                        .data())
                .contains(attempt, "135000", due.payable().value(), "momo");
        assertThat(paid.version()).isEqualTo(4);
    }

    @Test
    void demandIsOneForOneThing() {
        var due = TILL.due();
        var again = TILL.transaction(() -> TILL.the(Obligations.class)
                .demand(due.payable(), due.agency(), due.payer(), due.amount(), due.lines(), due.payBy()));
        assertThat(again.id()).isEqualTo(due.id());
        assertThat(TILL.the(Obligations.class).of(due.payable())).hasSize(1);
        assertThat(TILL.the(Obligations.class).returnTo(due.id()))
                .isEqualTo("/dossiers/" + due.payable().value().substring(8));
    }

    @Test
    void samePressGetsTheSameAttemptAndAnotherWaits() {
        var due = TILL.due();
        var press = UUID.randomUUID();
        var first = TILL.begin(due, press);
        assertThat(TILL.begin(due, press)).isEqualTo(first);
        refused(() -> TILL.begin(due), Problem.Kind.NOT_ALLOWED_NOW, "payment.attempt.live");
        assertThat(TILL.now(due).attempts()).hasSize(1);
    }

    @Test
    void otherPeoplesLookLikeNoneAndUnknownChannelsAreUnsupported() {
        var due = TILL.due();
        var payments = TILL.the(Payments.class);
        refused(
                () -> payments.begin(PersonId.random(), due.id(), "momo", UUID.randomUUID(), Locale.ROOT),
                Problem.Kind.NOT_FOUND,
                "payment.obligation.none");
        refused(
                () -> payments.begin(Till.AN, due.id(), "vnptpay", UUID.randomUUID(), Locale.ROOT),
                Problem.Kind.UNSUPPORTED,
                "payment.channel.unsupported");
    }

    @Test
    void callbackThatComesTwiceOrTwiceAtOnceChangesNothingMore() throws Exception {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.momo.pay(attempt);
        var notice = TILL.momo.notice(attempt);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> callbacks.momo(notice)))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
        callbacks.momo(notice);
        assertThat(TILL.history(due)).containsExactly("Demanded", "AttemptStarted", "AttemptEnded", "Paid");
        assertThat(TILL.exceptions()).isEmpty();
    }

    @Test
    void forgedCallbacksAreRefusedAndRecorded() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.momo.pay(attempt);
        long before = refusedCallbacks();
        for (var forged : List.of(
                TILL.momo.notice(attempt, Map.of("amount", 1)),
                TILL.momo.notice(attempt, Map.of("signature", "0".repeat(64))),
                TILL.momo.notice(attempt, Map.of("signature", "")),
                TILL.momo.notice(attempt, Map.of("orderId", "another")),
                "not json".getBytes(StandardCharsets.UTF_8),
                "[]".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new byte[20_000])) {
            refused(() -> callbacks.momo(forged), Problem.Kind.MALFORMED, "payment.callback.refused");
        }
        assertThat(refusedCallbacks() - before).isEqualTo(8);
        assertThat(TILL.attempt(due, attempt)).isEqualTo(PENDING);
    }

    private static long refusedCallbacks() {
        return TILL.database
                .sql()
                .sql("select count(*) from payment.refused_callback")
                .query(Long.class)
                .single();
    }

    @Test
    void anotherAmountNeverPaysAndWaitsForSomebodyToGiveItBack() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.momo.pay(attempt, 134_000);
        callbacks.momo(TILL.momo.notice(attempt));
        callbacks.momo(TILL.momo.notice(attempt));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.DUE);
        assertThat(TILL.attempt(due, attempt)).isEqualTo(FAILED);
        assertThat(TILL.exceptions()).containsExactly("WRONG_AMOUNT");
        assertThat(TILL.begin(due)).isNotEqualTo(attempt);
    }

    @Test
    void moneyForAnAttemptThatNobodyKnowsIsKept() {
        callbacks.momo(TILL.momo.signed("PUNKNOWN", 50_000, 0, Map.of()));
        assertThat(TILL.exceptions()).containsExactly("UNKNOWN_ATTEMPT");
    }

    @Test
    void callbackMayComeBeforeTheAnswerToOurOwnCall() {
        var due = TILL.due();
        TILL.momo.beforeAnswer = attempt -> {
            TILL.momo.pay(attempt);
            callbacks.momo(TILL.momo.notice(attempt));
        };
        var attempt = TILL.begin(due);
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.PAID);
        assertThat(TILL.attempt(due, attempt)).isEqualTo(SUCCEEDED);
    }

    @Test
    void moneyOfWhichNobodyToldUsIsFoundByAsking() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.later(Duration.ofSeconds(60));
        assertThat(TILL.attempt(due, attempt)).isEqualTo(PENDING);
        TILL.momo.pay(attempt);
        TILL.later(Duration.ofSeconds(120));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.PAID);
    }

    @Test
    void whoDiesBetweenRowAndCallGoesOnWithTheSamePress() {
        var due = TILL.due();
        var press = UUID.randomUUID();
        TILL.the(Attempts.class).start(due, "momo", press); // and died
        assertThat(TILL.momo.orders)
                .doesNotContainKey(TILL.now(due).live().orElseThrow().reference());
        var attempt = TILL.begin(due, press);
        TILL.momo.pay(attempt);
        callbacks.momo(TILL.momo.notice(attempt));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.PAID);
    }

    @Test
    void whoDiesBetweenRowAndCallBlocksNobody() {
        var due = TILL.due();
        var dead =
                TILL.the(Attempts.class).start(due, "momo", UUID.randomUUID()).reference();
        refused(() -> TILL.begin(due), Problem.Kind.NOT_ALLOWED_NOW, "payment.attempt.live");
        TILL.now.updateAndGet(at -> at.plusSeconds(15));
        var next = TILL.begin(due);
        assertThat(TILL.attempt(due, dead)).isEqualTo(CANCELLED);
        assertThat(TILL.attempt(due, next)).isEqualTo(PENDING);
    }

    @Test
    void whoDiesAfterTheCallGetsTheSameAddressAgain() {
        var due = TILL.due();
        var press = UUID.randomUUID();
        TILL.momo.beforeAnswer = _ -> {
            throw new IllegalStateException("killed"); // the call arrived, its answer never did
        };
        var row = TILL.the(Attempts.class).start(due, "momo", press);
        assertThatThrownBy(() -> TILL.the(Momo.class)
                        .begin(new Gateway.Order(row.reference(), due.amount(), "Nop le phi", Locale.ROOT)))
                .isInstanceOf(Gateway.Declined.class);
        TILL.momo.beforeAnswer = _ -> {};
        assertThat(TILL.begin(due, press)).isEqualTo(row.reference());
        assertThat(TILL.the(Payments.class).redirectUrl(TILL.now(due))).isPresent();
    }

    @Test
    void attemptThatNobodyFinishesEndsAfterAskingALastTime() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.momo.calls.clear();
        for (int minute = 1; minute <= 14; minute++) {
            TILL.later(Duration.ofMinutes(1));
        }
        assertThat(TILL.attempt(due, attempt)).isEqualTo(PENDING);
        assertThat(TILL.momo.calls)
                .as("asked after 1, 3 and 8 minutes")
                .filteredOn(attempt::equals)
                .hasSize(3);
        TILL.later(Duration.ofMinutes(1));
        assertThat(TILL.attempt(due, attempt)).isEqualTo(EXPIRED);
        assertThat(TILL.momo.calls).filteredOn(attempt::equals).hasSize(4);
    }

    @Test
    void lateSuccessCountsAndTheSecondPaymentIsGivenBack() {
        var due = TILL.due();
        var first = TILL.begin(due);
        TILL.later(Duration.ofMinutes(15));
        assertThat(TILL.attempt(due, first)).isEqualTo(EXPIRED);
        var second = TILL.begin(due);
        TILL.momo.pay(first);
        callbacks.momo(TILL.momo.notice(first));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.PAID);
        assertThat(TILL.attempt(due, second)).isEqualTo(CANCELLED);
        TILL.momo.pay(second);
        callbacks.momo(TILL.momo.notice(second));
        assertThat(TILL.exceptions()).containsExactly("PAID_TWICE");
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.PAID);
    }

    @Test
    void lateSuccessIsFoundEvenWhenNobodyTellsUs() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.later(Duration.ofMinutes(15));
        assertThat(TILL.attempt(due, attempt)).isEqualTo(EXPIRED);
        TILL.momo.pay(attempt);
        TILL.later(Duration.ofMinutes(30));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.PAID);
    }

    @Test
    void walletThatIsAwayCostsNothingAndAnotherTryWorks() {
        var due = TILL.due();
        TILL.momo.down = true;
        refused(() -> TILL.begin(due), Problem.Kind.MAINTENANCE, "payment.gateway.away");
        assertThat(TILL.now(due).attempts().getFirst().state()).isEqualTo(FAILED);
        TILL.momo.down = false;
        TILL.begin(due);
    }

    @Test
    void cancelledAtTheWalletIsCancelledHere() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        callbacks.momo(TILL.momo.signed(attempt, Till.FEE, 1006, Map.of()));
        assertThat(TILL.attempt(due, attempt)).isEqualTo(CANCELLED);
        TILL.begin(due);
    }

    @Test
    void payerMayChooseAnotherWayUnlessTheMoneyHasCome() {
        var due = TILL.due();
        var first = TILL.begin(due);
        TILL.the(Payments.class).abandon(Till.AN, due.id());
        assertThat(TILL.attempt(due, first)).isEqualTo(CANCELLED);
        var second = TILL.begin(due);
        TILL.momo.pay(second);
        TILL.the(Payments.class).abandon(Till.AN, due.id());
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.PAID);
    }

    @Test
    void whatIsNotPaidInTimeClosesAndTakesNoMoney() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.later(Duration.ofDays(3));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.EXPIRED);
        assertThat(TILL.history(due)).endsWith("AttemptEnded", "Expired");
        refused(() -> TILL.begin(due), Problem.Kind.NOT_ALLOWED_NOW, "payment.obligation.closed");
        TILL.momo.pay(attempt);
        callbacks.momo(TILL.momo.notice(attempt));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.EXPIRED);
        assertThat(TILL.exceptions()).containsExactly("PAID_TOO_LATE");
        assertThat(TILL.the(SettlePayments.class).next().filter(at -> !at.isAfter(TILL.now.get())))
                .as("nothing is left that is due now")
                .isEmpty();
    }

    @Test
    void whatWasPaidInSilenceIsNotClosed() {
        var due = TILL.due();
        TILL.momo.pay(TILL.begin(due));
        TILL.later(Duration.ofDays(3));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.PAID);
    }

    @Test
    void nothingClosesWhileTheWalletCannotSayWhetherMoneyCame() {
        var due = TILL.due();
        TILL.begin(due);
        TILL.momo.down = true;
        TILL.later(Duration.ofDays(3));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.DUE);
        TILL.momo.down = false;
        TILL.later(Duration.ofMinutes(10));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.EXPIRED);
    }

    @Test
    void waivingEndsTheLiveAttemptAndMoneyThatStillComesIsGivenBack() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.transaction(() -> {
            TILL.the(Obligations.class).waive(due.payable(), Till.AN, "dossier.withdrawn");
            return true;
        });
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.WAIVED);
        assertThat(TILL.attempt(due, attempt)).isEqualTo(CANCELLED);
        TILL.momo.pay(attempt);
        callbacks.momo(TILL.momo.notice(attempt));
        assertThat(TILL.now(due).state()).isEqualTo(Obligation.State.WAIVED);
        assertThat(TILL.exceptions()).containsExactly("PAID_TOO_LATE");
    }

    @Test
    void whateverHappensMoneyIsNeitherLostNorCountedTwice() {
        for (int seed = 1; seed <= 15; seed++) {
            var random = new Random(seed);
            var due = TILL.due();
            TILL.database.sql().sql("delete from payment.exception").update();
            for (int step = 0; step < 25; step++) {
                act(random, due);
                var now = TILL.now(due);
                assertThat(now.attempts().stream()
                                .filter(attempt -> attempt.state().live()))
                        .as("seed " + seed)
                        .hasSizeLessThanOrEqualTo(1);
            }
            TILL.momo.down = false;
            TILL.later(Duration.ofDays(4));
            TILL.later(Duration.ofDays(2));
            var end = TILL.now(due);
            long taken = end.attempts().stream()
                    .filter(attempt -> {
                        var order = TILL.momo.orders.get(attempt.reference());
                        return order != null && order.code == 0;
                    })
                    .count();
            long booked = end.state() == Obligation.State.PAID ? 1 : 0;
            assertThat(booked + TILL.exceptions().size()).as("seed " + seed).isEqualTo(taken);
            assertThat(end.state()).as("seed " + seed).isIn(Obligation.State.PAID, Obligation.State.EXPIRED);
        }
    }

    private void act(Random random, Obligation due) {
        var attempts = TILL.now(due).attempts();
        var some = attempts.isEmpty()
                ? null
                : attempts.get(random.nextInt(attempts.size())).reference();
        try {
            switch (random.nextInt(7)) {
                case 0, 1 -> TILL.begin(due);
                case 2 -> {
                    if (some != null && TILL.momo.orders.containsKey(some)) {
                        TILL.momo.pay(some);
                    }
                }
                case 3 -> {
                    if (some != null && TILL.momo.orders.containsKey(some)) {
                        callbacks.momo(TILL.momo.notice(some));
                    }
                }
                case 4 -> TILL.the(Payments.class).abandon(Till.AN, due.id());
                case 5 -> TILL.later(Duration.ofMinutes(random.nextInt(20)));
                default -> TILL.momo.down = random.nextInt(4) == 0;
            }
        } catch (Problem e) {
            assertThat(e.kind()).isIn(Problem.Kind.NOT_ALLOWED_NOW, Problem.Kind.MAINTENANCE);
        }
    }
}
