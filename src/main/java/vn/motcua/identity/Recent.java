package vn.motcua.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read a moment ago, so that a burst of requests by one person is one query. Good on any number of nodes because
 * nothing is believed for longer than {@link #BELIEVED}: what another node changed is seen by then. Absence is never kept.
 */
final class Recent<K, V> {

    static final Duration BELIEVED = Duration.ofSeconds(5);

    /** Then all is forgotten at once; a person is about 500 bytes. */
    private static final int MAX = 20_000;

    private record Kept<V>(V value, long readNanos) {}

    private final ConcurrentHashMap<K, Kept<V>> kept = new ConcurrentHashMap<>();

    Optional<V> get(K key, Function<K, Optional<V>> read) {
        // the machine's own counter, not the portal's clock: this is about age of memory, not about time that counts in
        // law
        long now = System.nanoTime();
        var known = kept.get(key);
        if (known != null && now - known.readNanos < BELIEVED.toNanos()) {
            return Optional.of(known.value);
        }
        var fresh = read.apply(key);
        if (kept.size() >= MAX) {
            kept.clear();
        }
        fresh.ifPresentOrElse(value -> kept.put(key, new Kept<>(value, now)), () -> kept.remove(key));
        return fresh;
    }
}
