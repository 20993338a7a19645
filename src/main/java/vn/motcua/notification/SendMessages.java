package vn.motcua.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread per channel that takes what is due and sends it: at once when the bell rings, otherwise within 200 ms. */
@Component
class SendMessages implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);

    private static final Duration POLL = Duration.ofMillis(200);
    /** How long a carrier that was away, or a database, is left alone. */
    private static final Duration AWAY = Duration.ofSeconds(1);
    /** Receipts that came before their letter was settled wait for it, at most so many rounds and so many. */
    private static final int MAX_EARLY = 1_000;

    private final Outbox outbox;
    private final Bell bell;
    private final NotificationSettings settings;
    private final InstantSource clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    SendMessages(Outbox outbox, Bell bell, NotificationSettings settings, InstantSource clock) {
        this.outbox = outbox;
        this.bell = bell;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        start(new SmsCarrier(settings));
        start(new MailCarrier(settings, clock));
    }

    private void start(Carrier carrier) {
        threads.add(Thread.ofVirtual()
                .name("send-" + carrier.channel().name().toLowerCase(java.util.Locale.ROOT))
                .start(() -> run(carrier)));
    }

    private void run(Carrier carrier) {
        List<Carrier.Receipt> early = List.of();
        try (carrier) {
            while (running) {
                try {
                    boolean away = !carrier.ready();
                    boolean full = !away && round(outbox, carrier) == Outbox.BATCH;
                    early = note(carrier, early);
                    if (!full) {
                        bell.await(carrier.channel(), away ? AWAY : POLL);
                    }
                } catch (RuntimeException e) {
                    LOG.warn("Sending by {} paused", carrier.channel(), e);
                    Thread.sleep(AWAY);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Sending by {} ends", carrier.channel());
        }
    }

    /** Takes, sends, settles; returns how many were taken. */
    static int round(Outbox outbox, Carrier carrier) {
        var taken = outbox.take(carrier.channel());
        if (!taken.isEmpty()) {
            outbox.settle(
                    taken, carrier.send(taken.stream().map(Outbox.Taken::letter).toList()));
        }
        return taken.size();
    }

    private List<Carrier.Receipt> note(Carrier carrier, List<Carrier.Receipt> early) {
        var receipts = new ArrayList<>(early);
        receipts.addAll(carrier.receipts());
        if (receipts.isEmpty()) {
            return early;
        }
        var left = outbox.note(receipts);
        return left.subList(Math.max(0, left.size() - MAX_EARLY), left.size());
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        for (var thread : threads) {
            try {
                if (!thread.join(Duration.ofSeconds(6))) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
