package id.setia.offers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member has done with an offer.
 *
 * @param activatedAt when the member asked for it, empty when not or no longer
 * @param uses purchases it has served
 * @param redemptionId the redemption by which the member got the offer's voucher, if it gives one
 */
record Activation(UUID memberId, UUID offerId, Optional<Instant> activatedAt, int uses, Optional<UUID> redemptionId) {

    static Activation none(UUID memberId, UUID offerId) {
        return new Activation(memberId, offerId, Optional.empty(), 0, Optional.empty());
    }

    Activation usedOnceMore() {
        return new Activation(memberId, offerId, activatedAt, uses + 1, redemptionId);
    }
}
