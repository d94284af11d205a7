package id.setia.offers;

import id.setia.earning.EarningRules;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleSentences;
import id.setia.kernel.LocalText;
import id.setia.rewards.Reward;
import id.setia.rewards.Rewards;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What offers give, in one sentence. */
@Singleton
class OfferBenefits {

    private final EarningRules rules;
    private final RuleSentences sentences;
    private final Rewards rewards;

    OfferBenefits(EarningRules rules, RuleSentences sentences, Rewards rewards) {
        this.rules = rules;
        this.sentences = sentences;
        this.rewards = rewards;
    }

    Optional<LocalText> sentence(OfferPlan plan) {
        return plan.rewardId().isPresent()
                ? plan.rewardId().flatMap(rewards::find).map(Reward::name).map(OfferBenefits::voucher)
                : rule(plan, rules.book()).map(sentences::of);
    }

    /** The rule it gives; empty where it gives a voucher. */
    static Optional<RuleDefinition> rule(OfferPlan plan, RuleBook book) {
        return plan.benefit().or(() -> plan.ruleId().flatMap(book::latest));
    }

    private static LocalText voucher(LocalText reward) {
        return LocalText.of("Voucer “" + reward.id() + "”", "A voucher “" + reward.en() + "”");
    }
}
