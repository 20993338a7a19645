package vn.motcua.identity.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;
import vn.motcua.shared.Problem;

/** What passwords must be, and how they are kept (Argon2id, RFC 9106). */
public class Passwords {

    private static final int SHORTEST = 8;
    private static final int SHORTEST_OF_ANY = 12;

    /** Longer ones are refused, not cut: nobody types them, and hashing must stay cheap. */
    private static final int LONGEST = 200;

    /** Hashing at one time; each takes a core and 19 MiB, and two cores carry the pages as well. */
    private static final int AT_ONCE = 2;

    private static final Supplier<Set<String>> BREACHED = SingletonSupplier.of(Passwords::readBreached);

    private final Argon2PasswordEncoder argon2;
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    private final Supplier<String> nobody;

    public Passwords(int memoryKib, int passes) {
        this.argon2 = new Argon2PasswordEncoder(16, 32, 1, memoryKib, passes);
        this.nobody = SingletonSupplier.of(() -> hash(Opaque.next()));
    }

    /** Refuses what can be guessed: too short, well known, or made of the owner's own numbers. */
    public static void check(String password, String... ownWords) {
        var plain = password.toLowerCase(Locale.ROOT);
        if (password.length() > LONGEST) {
            throw Problem.invalid("password", "identity.password.long", LONGEST);
        }
        var mixed = password.chars().anyMatch(Character::isLetter)
                && password.chars().anyMatch(Character::isDigit)
                && password.chars().anyMatch(sign -> !Character.isLetterOrDigit(sign));
        if (password.length() < (mixed ? SHORTEST : SHORTEST_OF_ANY)) {
            throw Problem.invalid("password", "identity.password.short", SHORTEST_OF_ANY, SHORTEST);
        }
        if (BREACHED.get().contains(plain) || plain.chars().distinct().count() < 4) {
            throw Problem.invalid("password", "identity.password.breached");
        }
        for (var word : ownWords) {
            if (!word.isEmpty() && plain.contains(word.toLowerCase(Locale.ROOT))) {
                throw Problem.invalid("password", "identity.password.own");
            }
        }
    }

    public String hash(String password) {
        return guarded(() -> argon2.encode(normal(password)));
    }

    /** Whether the password is the one; takes as long where there is none to compare with. */
    public boolean fits(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        var compared = hash == null ? nobody.get() : hash;
        return guarded(() -> argon2.matches(normal(password), compared)) && hash != null;
    }

    /** One password typed on two keyboards is one password. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T guarded(Supplier<T> work) {
        hashing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }

    private static Set<String> readBreached() {
        try (var list = Passwords.class.getResourceAsStream("/identity/breached-passwords.txt")) {
            return new String(java.util.Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
