package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How a purchase, or the refund of a part of it, was judged; kept unchanged beside its entries.
 *
 * @param tier code of the member's tier it was judged by
 * @param throughOffers rules opened by offers the member held
 * @param base what earned, in smallest units
 * @param late whether it came after its day was over, so that caps and firsts counted in the order of arrival
 * @param rules every rule considered, also those that gave nothing
 * @param pendingFor codes of the limits for which the points wait for a check; empty when they do not
 * @param facts what was known of the member when it arrived; absent when nothing was
 * @param confirmedAt when somebody confirmed the purchase; absent until then
 */
@Serdeable
public record Judgement(
        String tier,
        Set<UUID> throughOffers,
        long base,
        boolean late,
        List<RuleOutcome> rules,
        @Nullable Set<String> pendingFor,
        @Nullable Facts facts,
        @Nullable Instant confirmedAt) {

    public Judgement {
        pendingFor = pendingFor == null ? Set.of() : pendingFor;
        facts = Facts.NONE.equals(facts) ? null : facts;
    }

    public Judgement(String tier, Set<UUID> throughOffers, long base, boolean late, List<RuleOutcome> rules) {
        this(tier, throughOffers, base, late, rules, Set.of(), null, null);
    }

    /** The same, its points waiting for a check. */
    public Judgement pendingFor(Set<String> limits) {
        return new Judgement(tier, throughOffers, base, late, rules, limits, facts, confirmedAt);
    }

    /** The same purchase with other outcomes. */
    public Judgement with(long newBase, List<RuleOutcome> outcomes) {
        return new Judgement(tier, throughOffers, newBase, late, outcomes, pendingFor, facts, confirmedAt);
    }

    /** The same, confirmed by the partner or staff. */
    public Judgement confirmed(Instant at) {
        return new Judgement(tier, throughOffers, base, late, rules, pendingFor, facts, at);
    }

    /** The same circumstances but for the tier and the rules that offers open. */
    public Judgement assuming(String otherTier, Set<UUID> opened) {
        return new Judgement(otherTier, opened, base, late, rules, pendingFor, facts, confirmedAt);
    }

    /** The same circumstances without what it says of one rule, so that this is asked anew. */
    public Judgement without(UUID rule) {
        return with(base, rules.stream().filter(outcome -> !outcome.rule().equals(rule)).toList());
    }

    /**
     * The same circumstances, with the member in other audiences.
     *
     * @param asked those that are looked at
     * @param in those of them the member is in
     */
    public Judgement assumingAudiences(Set<UUID> asked, Set<UUID> in) {
        Facts known = facts == null ? Facts.NONE : facts;
        Set<UUID> audiences = new HashSet<>(known.audiences());
        audiences.removeAll(asked);
        audiences.addAll(in);
        return new Judgement(
                tier, throughOffers, base, late, rules, pendingFor, new Facts(known.firstPurchase(), audiences), confirmedAt);
    }

    /** What is taken back of it, rule by rule; nothing of it waits for a check. */
    public Judgement taking(List<RuleOutcome> taken) {
        return new Judgement(tier, throughOffers, base, late, taken);
    }

    public long points() {
        return rules.stream().mapToLong(RuleOutcome::points).sum();
    }

    /** The outcomes that gave, or took back, any point. */
    public List<RuleOutcome> giving() {
        return rules.stream().filter(outcome -> outcome.points() != 0).toList();
    }

    /** Points of all rules on the line at a position. */
    public long pointsAt(int position) {
        return pointsAt(rules, position);
    }

    static long pointsAt(Collection<RuleOutcome> outcomes, int position) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.lines().stream())
                .filter(line -> line.position() == position)
                .mapToLong(RuleOutcome.LinePoints::points)
                .sum();
    }
}
