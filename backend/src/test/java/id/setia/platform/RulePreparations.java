package id.setia.platform;

import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.LocalText;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What must be there before rules are looked at, stopped, or their purchases judged again. */
final class RulePreparations extends Preparations {

    RulePreparations(Replays replays) {
        super(replays);
        put("takeRuleDraftBack", replay -> {
            String draft = make("createRuleDraft", replay.member).text("draftId");
            Replay review = ready("submitRuleDraft", replay.member);
            review.path.put("draftId", draft);
            make(review);
            replay.path.put("draftId", draft);
        });
        put("tryJudgingAgain", replay -> {
            String code = "r" + ids.next().toString().substring(26);
            LocalText name = LocalText.of("Sayur", "Vegetables");
            context.getBean(EarningRules.class).publish(
                    code,
                    new RuleDefinition(
                            name,
                            name,
                            Trigger.PURCHASE,
                            Conditions.categories("Segar > Sayur"),
                            new Effect.PerAmount(1, 100_000),
                            12,
                            shop.store().partnerId()),
                    Instant.parse("2000-01-01T00:00:00Z"),
                    Optional.empty());
            make("postPurchase", replay.member);
            Replay stop = ready("stopRule", replay.member);
            stop.path.put("ruleId", rule(code));
            make(stop);
            replay.path.putAll(stop.path);
        });
        for (String operation : List.of("getRejudgement", "judgeAgain")) {
            put(operation, replay -> replay.path.put(
                    "rejudgementId", done(make("tryJudgingAgain", replay.member), "rejudgementId")));
        }
    }

    private String rule(String code) {
        for (JsonNode rule : administrator.get(Api.BASE + "/rules").json().get("items").values()) {
            if (rule.get("code").getStringValue().equals(code)) {
                return rule.get("ruleId").getStringValue();
            }
        }
        throw new AssertionError("there is no rule " + code);
    }
}
