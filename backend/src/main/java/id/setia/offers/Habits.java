package id.setia.offers;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SystemClock;
import id.setia.purchases.PurchaseFigures;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How often members bought from which category in the last half year, as it was at most ten minutes ago: it only orders
 * offers, and counting it anew costs more than all else that is read of a member.
 */
@Singleton
class Habits {

    private static final Duration LOOKED_BACK = Duration.ofDays(180);
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int MOST_MEMBERS = 20_000;

    private final PurchaseFigures purchases;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final Map<UUID, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > MOST_MEMBERS;
        }
    };

    private record Known(Map<String, Long> bought, Instant until) {}

    Habits(PurchaseFigures purchases, BusinessClock clock, SystemClock systemClock) {
        this.purchases = purchases;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /** What is known of the member, else added to the sheaf and there once that is read; then to be {@link #keep kept}. */
    Map<String, Long> read(UUID memberId, Sheaf sheaf) {
        synchronized (known) {
            Known before = known.get(memberId);
            if (before != null && systemClock.now().isBefore(before.until())) {
                return before.bought();
            }
        }
        return purchases.categories(memberId, clock.now().minus(LOOKED_BACK), sheaf);
    }

    /** Keeps what was read, from the moment at which that was. */
    void keep(UUID memberId, Map<String, Long> bought) {
        synchronized (known) {
            Known before = known.get(memberId);
            if (before == null || before.bought() != bought) {
                known.remove(memberId);
                known.put(memberId, new Known(bought, systemClock.now().plus(GOOD_FOR)));
            }
        }
    }
}
