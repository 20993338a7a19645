package vn.motcua.notification;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the senders of this node when something was written down; those of other nodes look by themselves. */
@Component
class Bell {

    private final Map<Notices.Channel, Semaphore> rung = new EnumMap<>(Notices.Channel.class);

    Bell() {
        for (var channel : Notices.Channel.values()) {
            rung.put(channel, new Semaphore(0));
        }
    }

    void ring() {
        rung.values().forEach(Semaphore::release);
    }

    /** Waits for the bell, but no longer than this. */
    void await(Notices.Channel channel, Duration longest) throws InterruptedException {
        var bell = rung.get(channel);
        if (bell != null && bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
