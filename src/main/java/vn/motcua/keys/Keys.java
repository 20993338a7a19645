package vn.motcua.keys;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Secret keys by name and purpose. Each is a row, encrypted (AES-256-GCM) under the master key of
 * {@code DATA/secrets/master.key}; made on first use under an advisory lock, so that two nodes never make two. Refuses to
 * start, with one sentence, when there are keys and the master key is missing or another one.
 *
 * <p>Ask for a key once at the start of your room: the very first use makes it in a transaction of its own, and is refused
 * inside another one. That would hold a second connection; when the first rush of people held them all, nobody got one.
 */
@Repository
public class Keys {

    /** Held while a key is made; any number that nothing else locks. */
    private static final long ADVISORY_LOCK = 4712;

    /** The row that tells a right master key from a wrong one. */
    private static final String PROOF = "keys.proof";

    private final JdbcClient sql;
    private final InstantSource clock;
    private final TransactionTemplate apart;
    private final byte[] master;
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();
    private final Map<String, KeyPair> pairs = new ConcurrentHashMap<>();
    private final ReentrantLock making = new ReentrantLock();

    Keys(JdbcClient sql, PlatformTransactionManager transactions, InstantSource clock, MasterKey masterKey) {
        this.sql = sql;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.master = open(masterKey);
    }

    /** A random key of 32 bytes for one purpose, as in {@code files.content}; the same for ever, on every node. */
    public byte[] secret(String name) {
        var known = secrets.get(name);
        if (known == null) {
            known = unwrapped(name, Keys::randomKey);
            secrets.put(name, known);
        }
        return known.clone();
    }

    /** Encrypts under the named secret (AES-256-GCM, random nonce first); at most 2³² times under one name. */
    public byte[] encrypt(String name, byte[] plain) {
        return Cipher256.encrypt(secret(name), name, plain);
    }

    /** Decrypts what {@link #encrypt} made; refuses changed bytes with an {@link IllegalStateException}. */
    public byte[] decrypt(String name, byte[] sealed) {
        return Cipher256.decrypt(secret(name), name, sealed);
    }

    /** An EC P-256 key pair for one purpose ({@code identity.token}), made on first use, wrapped like the rest. */
    public KeyPair pair(String name) {
        var known = pairs.get(name);
        if (known == null) {
            known = EcPair.decode(unwrapped(name, EcPair::fresh));
            pairs.put(name, known);
        }
        return known;
    }

    private byte[] unwrapped(String name, Supplier<byte[]> fresh) {
        var wrapped = find(name).or(() -> made(name, fresh)).orElseThrow();
        return Cipher256.decrypt(master, name, wrapped);
    }

    private Optional<byte[]> find(String name) {
        return sql.sql("select wrapped from keys.key where name = ?")
                .param(name)
                .query(byte[].class)
                .optional();
    }

    private Optional<byte[]> made(String name, Supplier<byte[]> fresh) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "The key " + name + " was not asked for before the transaction that needs it");
        }
        making.lock(); // of all threads of this node, one at most takes a connection to make a key
        try {
            return apart.execute(_ -> {
                lock();
                return find(name).or(() -> Optional.of(insert(name, Cipher256.encrypt(master, name, fresh.get()))));
            });
        } finally {
            making.unlock();
        }
    }

    private byte[] open(MasterKey masterKey) {
        var opened = apart.execute(_ -> {
            lock();
            var proof = find(PROOF);
            if (proof.isEmpty()) {
                var first = masterKey.read().orElseGet(masterKey::make);
                insert(PROOF, Cipher256.encrypt(first, PROOF, randomKey()));
                return first;
            }
            var present = masterKey
                    .read()
                    .orElseThrow(
                            () -> new KeysUnusable(
                                    "There are keys in the database but no master key at " + masterKey
                                            + "; copy the file from the machine that made them, without it they cannot be opened."));
            try {
                Cipher256.decrypt(present, PROOF, proof.get());
            } catch (IllegalStateException e) {
                throw new KeysUnusable(
                        "The master key at " + masterKey
                                + " does not open the keys of this database; put back the one with which it was first started.");
            }
            return present;
        });
        return java.util.Objects.requireNonNull(opened);
    }

    private void lock() {
        sql.sql("select pg_advisory_xact_lock(?)")
                .param(ADVISORY_LOCK)
                .query((row, _) -> 0)
                .single();
    }

    private byte[] insert(String name, byte[] wrapped) {
        sql.sql("insert into keys.key (name, wrapped, made_at) values (?, ?, ?)")
                .params(name, wrapped, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return wrapped;
    }

    private static byte[] randomKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
