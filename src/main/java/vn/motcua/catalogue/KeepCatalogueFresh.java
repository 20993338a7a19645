package vn.motcua.catalogue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.search.ProcedureSearch;

/**
 * On each node: looks every second whether there is a new edition of the catalogue, reads it beside the old one, builds its
 * search index, and then shows both. Requests never wait for it.
 */
@Component
class KeepCatalogueFresh implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeepCatalogueFresh.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Published published;
    private final ProcedureSearch search;
    private volatile @Nullable Watch watch;

    KeepCatalogueFresh(Published published, ProcedureSearch search) {
        this.published = published;
        this.search = search;
    }

    @Override
    public void start() {
        watch = new Watch();
    }

    @Override
    public void stop() {
        var running = watch;
        if (running != null) {
            running.end.countDown();
        }
        watch = null;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    private final class Watch {
        private final CountDownLatch end = new CountDownLatch(1);

        Watch() {
            Thread.ofPlatform().daemon().name("catalogue-fresh").start(this::run);
        }

        private void run() {
            long seen = -1;
            try {
                do {
                    seen = look(seen);
                } while (!end.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private long look(long seen) {
            try {
                long edition = published.edition();
                if (edition != seen) {
                    if (edition != published.catalogue().edition()) {
                        published.read();
                    }
                    search.renew();
                }
                return edition;
            } catch (RuntimeException e) {
                LOG.warn("The catalogue could not be read anew; the edition before stays: {}", e.toString());
                return seen;
            }
        }
    }
}
