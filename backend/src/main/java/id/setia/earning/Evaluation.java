package id.setia.earning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

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
        BigDecimal rate = versions.stream()
                .filter(version -> refusal(version, occasion) == null)
                .map(version -> version.definition().effect())
                .filter(Effect.PerAmount.class::isInstance)
                .map(Effect.PerAmount.class::cast)
                .map(effect -> BigDecimal.valueOf(effect.points())
                        .divide(BigDecimal.valueOf(effect.per()), 20, RoundingMode.HALF_EVEN))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long base = lines.stream().mapToLong(JudgedLine::base).sum();
        List<RuleOutcome> outcomes = versions.stream()
                .map(version -> judge(version, occasion, lines, rate))
                .toList();
        return new Judgement(occasion.tier(), occasion.throughOffers(), base, late, outcomes);
    }

    private static RuleOutcome judge(
            RuleVersion version, Occasion occasion, List<JudgedLine> lines, BigDecimal baseRate) {
        Reason refusal = refusal(version, occasion);
        if (refusal != null) {
            return RuleOutcome.nothing(version, refusal, 0, 0);
        }
        List<JudgedLine> matching = lines.stream()
                .filter(line -> matches(version.definition().conditions(), line))
                .toList();
        if (matching.isEmpty()) {
            return RuleOutcome.nothing(version, Reason.NO_MATCHING_LINES, 0, 0);
        }
        long base = matching.stream().mapToLong(JudgedLine::base).sum();
        if (base == 0) {
            return RuleOutcome.nothing(version, Reason.NOTHING_EARNS, 0, matching.size());
        }
        if (base < version.definition().conditions().minimum()) {
            return RuleOutcome.nothing(version, Reason.BELOW_MINIMUM, base, matching.size());
        }
        return switch (version.definition().effect()) {
            case Effect.PerAmount effect -> outcome(
                    version, Reason.PER_AMOUNT, perAmount(effect, base), base, matching);
            case Effect.Multiplier effect -> outcome(
                    version, Reason.MULTIPLIED, multiplied(effect, baseRate, base), base, matching);
            case Effect.Bonus effect -> new RuleOutcome(
                    version.ruleId(),
                    version.version(),
                    version.definition().funderId(),
                    Reason.BONUS,
                    effect.points(),
                    base,
                    matching.size(),
                    List.of(new RuleOutcome.LinePoints(0, effect.points())));
        };
    }

    private static Reason refusal(RuleVersion version, Occasion occasion) {
        Conditions conditions = version.definition().conditions();
        if (conditions.throughOffer() && !occasion.throughOffers().contains(version.ruleId())) {
            return Reason.NEEDS_OFFER;
        }
        if (!conditions.tiers().isEmpty() && !conditions.tiers().contains(occasion.tier())) {
            return Reason.OTHER_TIER;
        }
        if (!conditions.weekdays().isEmpty()
                && !conditions
                        .weekdays()
                        .contains(occasion.occurredAt().atZone(occasion.storeZone()).getDayOfWeek())) {
            return Reason.OTHER_WEEKDAY;
        }
        return null;
    }

    private static boolean matches(Conditions conditions, JudgedLine line) {
        return conditions.categories().isEmpty()
                || line.category()
                        .filter(category -> conditions.categories().stream()
                                .anyMatch(wanted -> category.equals(wanted) || category.startsWith(wanted + " > ")))
                        .isPresent();
    }

    private static long perAmount(Effect.PerAmount effect, long base) {
        return BigDecimal.valueOf(effect.points())
                .multiply(BigDecimal.valueOf(base))
                .divideToIntegralValue(BigDecimal.valueOf(effect.per()))
                .longValueExact();
    }

    private static long multiplied(Effect.Multiplier effect, BigDecimal baseRate, long base) {
        return effect.factor()
                .subtract(BigDecimal.ONE)
                .multiply(baseRate)
                .multiply(BigDecimal.valueOf(base))
                .setScale(9, RoundingMode.HALF_EVEN)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private static RuleOutcome outcome(
            RuleVersion version, Reason reason, long points, long base, List<JudgedLine> matching) {
        if (points == 0) {
            return RuleOutcome.nothing(version, Reason.BELOW_ONE_POINT, base, matching.size());
        }
        long[] parts = Spread.over(points, matching.stream().map(JudgedLine::base).toList());
        return new RuleOutcome(
                version.ruleId(),
                version.version(),
                version.definition().funderId(),
                reason,
                points,
                base,
                matching.size(),
                IntStream.range(0, parts.length)
                        .filter(index -> parts[index] != 0)
                        .mapToObj(index ->
                                new RuleOutcome.LinePoints(matching.get(index).position(), parts[index]))
                        .toList());
    }
}
