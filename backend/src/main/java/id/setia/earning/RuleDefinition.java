package id.setia.earning;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * What one version of a rule says.
 *
 * @param summary one sentence for members
 * @param expiryMonths points lapse at the end of the month this many months after they were earned; 0 when never
 * @param funderId the partner that pays for the points
 * @param event which custom event it is for; null for any other trigger
 */
@Serdeable
public record RuleDefinition(
        LocalText name,
        LocalText summary,
        Trigger trigger,
        Conditions conditions,
        Effect effect,
        int expiryMonths,
        UUID funderId,
        @Nullable EventCondition event) {

    /** A rule that is for no custom event. */
    public RuleDefinition(
            LocalText name,
            LocalText summary,
            Trigger trigger,
            Conditions conditions,
            Effect effect,
            int expiryMonths,
            UUID funderId) {
        this(name, summary, trigger, conditions, effect, expiryMonths, funderId, null);
    }

    RuleDefinition withSummary(LocalText other) {
        return new RuleDefinition(name, other, trigger, conditions, effect, expiryMonths, funderId, event);
    }

    /** The same, for members who hold an offer that names the rule. */
    public RuleDefinition onlyThroughOffer() {
        return new RuleDefinition(
                name, summary, trigger, conditions.onlyThroughOffer(), effect, expiryMonths, funderId, event);
    }
}
