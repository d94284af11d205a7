package id.setia.earning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Judges a receipt by rules. Pure: the same input gives the same judgement for ever. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * What each rule makes of the lines, in the order of the rules.
     *
     * @param versions the versions in force at the time of the purchase
     */
    public static Judgement judge(
            List<RuleVersion> versions, Occasion occasion, List<JudgedLine> lines, boolean late) {
        List<Claim> claims = claims(
                versions,
                lines,
                version -> Matching.refusal(version, occasion),
                version -> Optional.ofNullable(occasion.ceilings().get(version.ruleId())));
        return new Judgement(
                occasion.tier(),
                occasion.throughOffers(),
                base(lines),
                late,
                Stacks.outcomes(claims),
                null,
                occasion.facts(),
                null);
    }

    /**
     * How the same versions judge other lines of the same purchase: what is left after a refund, or a little more. The
     * circumstances, and what caps had left, are those of its judgement.
     *
     * @param before the judgement as it stands
     * @param versions those of its rules, in its order
     */
    public static Judgement again(Judgement before, List<RuleVersion> versions, List<JudgedLine> lines) {
        Map<UUID, RuleOutcome> known = new HashMap<>();
        before.rules().forEach(outcome -> known.put(outcome.rule(), outcome));
        List<Claim> claims = claims(
                versions,
                lines,
                version -> Optional.of(known.get(version.ruleId()).reason()).filter(Reason::isOfOccasion),
                version -> Optional.ofNullable(known.get(version.ruleId()).ceiling()));
        return before.with(base(lines), inNameOfWhatGave(before.rules(), Stacks.outcomes(claims), versions));
    }

    /**
     * How versions judge what is left of a purchase, as if they had been in force. What its judgement says of a version
     * stands, another version is asked anew; caps leave what they left then.
     * Of rules it did not consider, they leave what the occasion says.
     *
     * @param before the judgement as it stands
     * @param occasion the circumstances of then, for versions it did not consider
     */
    public static Judgement asIf(
            Judgement before, List<RuleVersion> versions, Occasion occasion, List<JudgedLine> lines) {
        Map<UUID, RuleOutcome> known = new HashMap<>();
        before.rules().forEach(outcome -> known.put(outcome.rule(), outcome));
        List<Claim> claims = claims(
                versions,
                lines,
                version -> Optional.ofNullable(known.get(version.ruleId()))
                        .filter(outcome -> outcome.version() == version.version())
                        .map(outcome -> Optional.of(outcome.reason()).filter(Reason::isOfOccasion))
                        .orElseGet(() -> Matching.refusal(version, occasion)),
                version -> known.containsKey(version.ruleId())
                        ? Optional.ofNullable(known.get(version.ruleId()).ceiling())
                        : Optional.ofNullable(occasion.ceilings().get(version.ruleId())));
        return before.with(base(lines), Stacks.outcomes(claims));
    }

    private static List<Claim> claims(
            List<RuleVersion> versions,
            List<JudgedLine> lines,
            Function<RuleVersion, Optional<Reason>> refusal,
            Function<RuleVersion, Optional<Ceiling>> ceiling) {
        List<Claim> claims = new ArrayList<>(versions.size());
        for (RuleVersion version : versions) {
            claims.add(Claim.of(version, refusal.apply(version), lines, ceiling.apply(version)));
        }
        return claims;
    }

    private static long base(List<JudgedLine> lines) {
        return lines.stream().mapToLong(JudgedLine::base).sum();
    }

    /**
     * Where another rule of a group would win now than did before, its points stand for those the group has given: they
     * are what the lines that are left would have got.
     */
    private static List<RuleOutcome> inNameOfWhatGave(
            List<RuleOutcome> before, List<RuleOutcome> now, List<RuleVersion> versions) {
        Map<String, Integer> gave = new HashMap<>();
        Map<String, Integer> gives = new HashMap<>();
        for (int index = 0; index < versions.size(); index++) {
            Optional<String> group = versions.get(index).definition().group();
            if (group.isPresent() && before.get(index).points() > 0) {
                gave.put(group.get(), index);
            }
            if (group.isPresent() && now.get(index).points() > 0) {
                gives.put(group.get(), index);
            }
        }
        List<RuleOutcome> named = new ArrayList<>(now);
        gave.forEach((group, giver) -> {
            int winner = gives.getOrDefault(group, giver);
            if (winner != giver) {
                RuleOutcome won = now.get(winner);
                named.set(giver, before.get(giver).restated(won.points(), won.base(), won.items(), won.lines()));
                named.set(winner, won.outstacked());
            }
        });
        return named;
    }
}
