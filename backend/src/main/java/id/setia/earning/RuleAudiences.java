package id.setia.earning;

import id.setia.audiences.AudienceUse;
import id.setia.kernel.BusinessClock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Which rules that have not ended, and which drafts of rules, are for a saved audience; an offer tells of its own rule. */
@Singleton
class RuleAudiences implements AudienceUse {

    private final EarningRules rules;
    private final RuleDraftRows drafts;
    private final BusinessClock clock;

    RuleAudiences(EarningRules rules, RuleDraftRows drafts, BusinessClock clock) {
        this.rules = rules;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public List<String> of(UUID audienceId) {
        return Stream.concat(
                        rules.book().standing(clock.now()).map(RuleVersion::definition),
                        drafts.open().stream().map(RuleDraft::definition))
                .filter(definition -> !definition.conditions().throughOffer())
                .filter(definition -> definition.isFor(audienceId))
                .map(definition -> definition.name().id())
                .distinct()
                .toList();
    }
}
