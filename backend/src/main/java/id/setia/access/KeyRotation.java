package id.setia.access;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Leases;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Changes the keys of tokens without a break: a new one is published a day before it signs, the one before verifies until
 * every token it signed is over. A key that leaked is retired at once, and with it every token it signed.
 */
@Singleton
class KeyRotation {

    static final Duration SIGNS_FOR = Duration.ofDays(90);
    static final Duration PUBLISHED_AHEAD = Duration.ofHours(24);

    /** How long a key verifies after it no longer signs: longer than a token lives. */
    static final Duration KEPT = Duration.ofHours(1);

    /** By then every node knows a key that was made at an administrator's word. */
    private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(10);

    private static final String LEASE = "signing_keys";
    private static final Duration LEASE_TIME = Duration.ofMinutes(1);
    private static final UUID NOTHING_IN_PARTICULAR = new UUID(0, 0);

    private final SigningKeys keys;
    private final AuditTrail audit;
    private final Leases leases;
    private final Transactions transactions;
    private final SystemClock clock;
    private final UUID node;

    KeyRotation(
            SigningKeys keys, AuditTrail audit, Leases leases, Transactions transactions, SystemClock clock, IdMaker ids) {
        this.keys = keys;
        this.audit = audit;
        this.leases = leases;
        this.transactions = transactions;
        this.clock = clock;
        this.node = ids.next();
    }

    /** Makes the next key when its time has come, and retires those that are no longer needed. */
    void look() {
        leases.take(LEASE, node, LEASE_TIME).ifPresent(lease -> {
            Instant now = clock.now();
            List<SigningKey> known = List.copyOf(keys.all(now));
            if (!known.getLast().signsFrom().plus(SIGNS_FOR).minus(PUBLISHED_AHEAD).isAfter(now)) {
                keys.make(now.plus(PUBLISHED_AHEAD));
            }
            keys.retire(outlived(known, now));
            leases.release(lease);
        });
    }

    private static List<String> outlived(List<SigningKey> inOrder, Instant now) {
        List<String> outlived = new ArrayList<>();
        for (int place = 0; place < inOrder.size() - 1; place++) {
            if (!inOrder.get(place + 1).signsFrom().plus(KEPT).isAfter(now)) {
                outlived.add(inOrder.get(place).kid());
            }
        }
        return outlived;
    }

    /**
     * Changes the key at an administrator's word.
     *
     * @param leaked whether all keys there are end now, and with them all tokens; else they verify what they signed
     * @return the id of the new key
     */
    String rotate(Caller by, boolean leaked) {
        Instant now = clock.now();
        List<String> before = keys.all(now).stream().map(SigningKey::kid).toList();
        String kid = transactions.write(connection -> {
            String made = keys.make(leaked ? now : now.plus(UNTIL_ALL_KNOW));
            keys.retire(leaked ? before : List.of());
            audit.record(
                    by, "signing_key.rotated", "signing_key", NOTHING_IN_PARTICULAR,
                    "kid", made, "othersRetired", String.valueOf(leaked));
            return made;
        });
        keys.refresh();
        return kid;
    }
}
