package id.setia.rewards;

import id.setia.access.Caller;
import id.setia.partners.PartnerLeft;
import id.setia.partners.PartnerTie;
import id.setia.partners.PartnerTies;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Withdraws the rewards a partner honours when it leaves; what members took of them stays good. */
@Singleton
class RewardsOfPartners implements PartnerTies {

    private final RewardRows rows;
    private final RewardPlanning planning;

    RewardsOfPartners(RewardRows rows, RewardPlanning planning) {
        this.rows = rows;
        this.planning = planning;
    }

    @Override
    public List<PartnerTie> of(UUID partnerId, Instant at) {
        return rows.inState(RewardState.PUBLISHED).stream()
                .filter(reward -> reward.honouringPartnerId().equals(partnerId))
                .filter(reward -> reward.definition().endsAt() == null
                        || reward.definition().endsAt().isAfter(at))
                .map(reward -> PartnerTie.named("reward", reward.name().id()))
                .toList();
    }

    @EventListener
    void on(PartnerLeft left) {
        planning.withdrawAllOf(new Caller.Stranger(), left.partnerId());
    }
}
