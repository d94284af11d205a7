package id.setia.rewards;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A reward taken for points.
 *
 * @param points what it cost, more than 0
 * @param money what is to be paid beside, in the currency's smallest unit
 * @param lots JSON of whoever moved the points: where they came from
 * @param actorKind {@code member}, {@code staff} or {@code client}
 */
public record Redemption(
        UUID id,
        UUID memberId,
        UUID rewardId,
        RedemptionState state,
        long points,
        long money,
        UUID honouringPartnerId,
        String lots,
        String actorKind,
        UUID actorId,
        Instant redeemedAt,
        Optional<Instant> cancelledAt) {

    /** Done, for a member who may have been merged into another meanwhile. */
    public Redemption confirmed(UUID livingMemberId, String usedLots, Instant now) {
        return new Redemption(
                id, livingMemberId, rewardId, RedemptionState.DONE, points, money, honouringPartnerId, usedLots, actorKind,
                actorId, now, Optional.empty());
    }

    Redemption cancelled(Instant now) {
        return new Redemption(
                id, memberId, rewardId, RedemptionState.CANCELLED, points, money, honouringPartnerId, lots, actorKind, actorId,
                redeemedAt, Optional.of(now));
    }
}
