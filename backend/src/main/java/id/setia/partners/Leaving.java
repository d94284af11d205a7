package id.setia.partners;

import java.time.Instant;
import java.util.Optional;

/**
 * When a partner leaves.
 *
 * @param leavesAt from then on its purchases earn nothing and nothing is given at its expense
 * @param refundsUntil until then its systems may post refunds; then they end
 * @param leftAt when what it pays for was ended
 * @param endedAt when its systems were
 */
public record Leaving(Instant leavesAt, Instant refundsUntil, Optional<Instant> leftAt, Optional<Instant> endedAt) {}
