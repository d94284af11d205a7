package id.setia.limits;

import java.util.UUID;

/**
 * So much of something, and how much of it is gone.
 *
 * @param id of what is limited: a rule, an offer, a reward
 * @param kind a word for it, at most 20 letters, {@code rule_budget}
 * @param capacity in all, 0 or more; may be lowered below what is taken
 * @param taken 0 or more
 */
public record LimitCounter(UUID id, String kind, long capacity, long taken) {

    /** What may still be taken, 0 or more. */
    public long left() {
        return Math.max(0, capacity - taken);
    }

    LimitCounter taking(long amount) {
        return new LimitCounter(id, kind, capacity, Math.addExact(taken, amount));
    }
}
