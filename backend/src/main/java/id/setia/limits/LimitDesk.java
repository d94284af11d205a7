package id.setia.limits;

import id.setia.kernel.Batch;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The counters of one transaction, locked; what acts take and give back is written once for each counter. */
public final class LimitDesk {

    private final SortedMap<UUID, LimitCounter> counters = new TreeMap<>();
    private final SortedSet<UUID> changed = new TreeSet<>();
    private long changes;

    LimitDesk(Collection<LimitCounter> locked) {
        locked.forEach(counter -> counters.put(counter.id(), counter));
    }

    /** Whether anything limits what goes by the id. */
    public boolean isLimited(UUID id) {
        return counters.containsKey(id);
    }

    /** What may still be taken, 0 or more; {@link Long#MAX_VALUE} where nothing limits it. */
    public long left(UUID id) {
        return isLimited(id) ? counters.get(id).left() : Long.MAX_VALUE;
    }

    /**
     * Takes as much as is left, and nothing more.
     *
     * @param wanted 0 or more
     * @return what was taken, from 0 to what was wanted; all of it where nothing limits it
     */
    public long takeUpTo(UUID id, long wanted) {
        long granted = Math.min(notNegative(wanted), left(id));
        change(id, granted);
        return granted;
    }

    /**
     * Takes all of it or nothing.
     *
     * @param amount 0 or more
     * @return whether it was there
     */
    public boolean take(UUID id, long amount) {
        if (notNegative(amount) > left(id)) {
            return false;
        }
        change(id, amount);
        return true;
    }

    /**
     * Gives back what was taken before; never more than is gone.
     *
     * @param amount 0 or more
     */
    public void giveBack(UUID id, long amount) {
        if (isLimited(id)) {
            change(id, -Math.min(notNegative(amount), counters.get(id).taken()));
        }
    }

    private void change(UUID id, long amount) {
        if (amount != 0 && isLimited(id)) {
            counters.computeIfPresent(id, (ignored, counter) -> counter.taking(amount));
            changed.add(id);
            changes++;
        }
    }

    /** How often anything was taken or given back. */
    public long changes() {
        return changes;
    }

    private static long notNegative(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
        }
        return amount;
    }

    /** Adds the counters that changed to the batch of the transaction that locked them. */
    public void write(Batch batch) {
        changed.forEach(id -> batch.add(Limits.ROWS, counters.get(id)));
        changed.clear();
    }
}
