package id.setia.earning;

import id.setia.access.Caller;
import id.setia.partners.PartnerLeft;
import id.setia.partners.PartnerTie;
import id.setia.partners.PartnerTies;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends the rules a partner pays for when it leaves. */
@Singleton
class RulesOfPartners implements PartnerTies {

    private final EarningRules rules;
    private final RulePublishing publishing;

    RulesOfPartners(EarningRules rules, RulePublishing publishing) {
        this.rules = rules;
        this.publishing = publishing;
    }

    @Override
    public List<PartnerTie> of(UUID partnerId, Instant at) {
        return rules.book().endingWith(partnerId, at).stream()
                .map(version -> PartnerTie.named("rule", version.code()))
                .toList();
    }

    @EventListener
    void on(PartnerLeft left) {
        publishing.endAllOf(new Caller.Stranger(), left.partnerId(), left.at());
    }
}
