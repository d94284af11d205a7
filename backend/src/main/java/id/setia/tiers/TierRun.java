package id.setia.tiers;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a month's run has come.
 *
 * @param afterMember the last member evaluated
 * @param evaluated how many members have been
 */
record TierRun(YearMonth month, boolean done, Optional<UUID> afterMember, long evaluated, long raised, long lowered) {}
