package id.setia.tiers;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a month's run has come.
 *
 * @param afterMember the last member of the parts taken so far
 * @param evaluated how many members have been looked at
 * @param raised how many rose, counted when it is done
 * @param lowered how many fell, counted when it is done
 */
record TierRun(
        YearMonth month,
        boolean done,
        Optional<UUID> afterMember,
        long evaluated,
        long raised,
        long lowered,
        Instant startedAt,
        Optional<Instant> finishedAt) {}
