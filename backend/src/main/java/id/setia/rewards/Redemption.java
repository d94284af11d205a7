package id.setia.rewards;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A reward taken for points, or a voucher of one given by an offer.
 *
 * @param points what it cost; 0 for what an offer gave
 * @param money what is to be paid beside, in the currency's smallest unit
 * @param lots JSON of whoever moved the points: where they came from
 * @param actorKind {@code member}, {@code staff}, {@code client} or, for what was given, {@code offer}
 * @param actorId who took it; of what was given, the offer
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

    private static final String BY_OFFER = "offer";
    private static final String NO_LOTS = "{}";

    /** What an offer gives a member for no points. */
    public static Redemption gift(UUID id, UUID memberId, Reward reward, UUID offerId, Instant now) {
        return new Redemption(
                id, memberId, reward.id(), RedemptionState.DONE, 0, reward.money(), reward.honouringPartnerId(), NO_LOTS,
                BY_OFFER, offerId, now, Optional.empty());
    }

    /** Whether an offer gave it; its points are nobody's to give back. */
    public boolean isGift() {
        return actorKind.equals(BY_OFFER);
    }

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
