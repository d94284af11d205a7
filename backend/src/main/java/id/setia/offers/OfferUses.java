package id.setia.offers;

import id.setia.rewards.Redemption;
import id.setia.rewards.Redemptions;
import id.setia.rewards.VoucherUseChanged;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Counts the use of an offer's voucher as a use of the offer; in the transaction of the use. */
@Singleton
class OfferUses {

    private final Redemptions redemptions;
    private final Activations activations;

    OfferUses(Redemptions redemptions, Activations activations) {
        this.redemptions = redemptions;
        this.activations = activations;
    }

    @EventListener
    void on(VoucherUseChanged changed) {
        redemptions.find(changed.redemptionId())
                .filter(Redemption::isGift)
                .ifPresent(gift -> activations.count(
                        gift.memberId(), gift.actorId(), gift.id(), changed.used(), changed.at()));
    }
}
