package id.setia.closing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * The closing of a month.
 *
 * @param cutAt what was recorded before it belongs to this or an earlier closing
 * @param attempts how often it was counted anew
 * @param afterMember the last member counted
 * @param members how many were counted
 * @param feedPosition of the last event recorded before the cut, 0 until it is closed
 * @param pointValue in major units, 0 until it is closed
 */
record Closing(
        YearMonth month,
        ClosingState state,
        Instant cutAt,
        int attempts,
        Optional<UUID> afterMember,
        long members,
        long feedPosition,
        BigDecimal pointValue,
        Breakage.Fallback fallback,
        Instant startedAt,
        Optional<Instant> finishedAt) {}
