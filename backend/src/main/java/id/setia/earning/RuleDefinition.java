package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.points.Grant;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * What one version of a rule says.
 *
 * @param summary one sentence for members
 * @param expiryMonths points lapse at the end of the month this many months after they were earned; 0 when never, or when
 *     a policy of its own says when
 * @param funderId the partner that pays for the points
 * @param event which custom event it is for; null for any other trigger
 * @param stacking the rules it excludes; absent when it adds to all
 * @param caps how much it gives at most; absent for any number
 * @param expiry when its points lapse, if the months do not say it
 * @param waiting how long its points stay pending; absent when they are available at once
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
        @Nullable EventCondition event,
        @Nullable Stacking stacking,
        @Nullable Caps caps,
        @Nullable ExpiryPolicy expiry,
        @Nullable Waiting waiting) {

    public RuleDefinition {
        caps = Caps.NONE.equals(caps) ? null : caps;
    }

    /** A rule that adds to all others, without caps; its points are available at once. */
    public RuleDefinition(
            LocalText name,
            LocalText summary,
            Trigger trigger,
            Conditions conditions,
            Effect effect,
            int expiryMonths,
            UUID funderId,
            @Nullable EventCondition event) {
        this(name, summary, trigger, conditions, effect, expiryMonths, funderId, event, null, null, null, null);
    }

    /** The same for no custom event. */
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
        return new RuleDefinition(
                name, other, trigger, conditions, effect, expiryMonths, funderId, event, stacking, caps, expiry,
                waiting);
    }

    /** The same, for members who hold an offer that names the rule. */
    public RuleDefinition onlyThroughOffer() {
        return new RuleDefinition(
                name, summary, trigger, conditions.onlyThroughOffer(), effect, expiryMonths, funderId, event, stacking,
                caps, expiry, waiting);
    }

    /** Whether it names the audience. */
    public boolean isFor(UUID audienceId) {
        return conditions.ofBuyer().audiences().contains(audienceId);
    }

    /** The same with so many points in all. */
    public RuleDefinition withBudget(long points) {
        return new RuleDefinition(
                name, summary, trigger, conditions, effect, expiryMonths, funderId, event, stacking,
                new Caps(ofCaps().perPurchase(), ofCaps().perMember(), points), expiry, waiting);
    }

    /** The same for other purchases. */
    public RuleDefinition with(Conditions others) {
        return new RuleDefinition(
                name, summary, trigger, others, effect, expiryMonths, funderId, event, stacking, caps, expiry, waiting);
    }

    /** The same with other caps. */
    public RuleDefinition with(Caps others) {
        return new RuleDefinition(
                name, summary, trigger, conditions, effect, expiryMonths, funderId, event, stacking, others, expiry,
                waiting);
    }

    public Caps ofCaps() {
        return caps == null ? Caps.NONE : caps;
    }

    /** When its points lapse. */
    public ExpiryPolicy lapsing() {
        return expiry == null ? ExpiryPolicy.ofMonths(expiryMonths) : expiry;
    }

    /** The group of rules it excludes, if any. */
    Optional<String> group() {
        return Optional.ofNullable(stacking).map(Stacking::group);
    }

    int priority() {
        return stacking == null ? 0 : stacking.priority();
    }

    /**
     * Points of the rule as the ledger takes them.
     *
     * @param points more than 0
     * @param underReview whether somebody has to look at them first
     */
    public Grant grant(long points, Instant earnedAt, ZoneId programZone, boolean underReview) {
        Optional<Waiting> wait = Optional.ofNullable(waiting);
        return new Grant(
                points,
                funderId,
                lapsing().expiresAt(earnedAt, programZone),
                wait.filter(waits -> waits.days() > 0).map(waits -> earnedAt.plus(Duration.ofDays(waits.days()))),
                underReview,
                lapsing().inactivityMonths(),
                wait.filter(Waiting::confirmation).isPresent());
    }
}
