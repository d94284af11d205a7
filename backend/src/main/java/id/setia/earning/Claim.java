package id.setia.earning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one rule would give of a receipt, before the rules of its group are compared.
 *
 * @param refusal why it cannot give anything, whatever the other rules do
 * @param matching the lines it is for
 * @param base of those lines, in smallest units
 */
record Claim(
        RuleVersion version,
        Optional<Reason> refusal,
        List<JudgedLine> matching,
        long base,
        Optional<Ceiling> ceiling) {

    private static final int THOUSANDTHS = 3;

    static Claim of(
            RuleVersion version, Optional<Reason> refusal, List<JudgedLine> lines, Optional<Ceiling> ceiling) {
        if (refusal.isPresent()) {
            return new Claim(version, refusal, List.of(), 0, ceiling);
        }
        Conditions conditions = version.definition().conditions();
        List<JudgedLine> matching = Matching.lines(conditions, lines);
        long base = 0;
        for (JudgedLine line : matching) {
            base += line.base();
        }
        Optional<Reason> why = matching.isEmpty()
                ? Optional.of(Reason.NO_MATCHING_LINES)
                : base == 0
                        ? Optional.of(Reason.NOTHING_EARNS)
                        : base < conditions.minimum() ? Optional.of(Reason.BELOW_MINIMUM) : Optional.empty();
        return new Claim(version, why, matching, base, ceiling);
    }

    boolean isOpen() {
        return refusal.isEmpty();
    }

    RuleDefinition definition() {
        return version.definition();
    }

    /** Whether it may give by amount, which is what multipliers multiply. */
    boolean isBase() {
        return isOpen() && definition().effect() instanceof Effect.PerAmount;
    }

    boolean isMultiplier() {
        return definition().effect() instanceof Effect.Multiplier;
    }

    /** Whether it gives anything by itself. */
    boolean gives() {
        return granted(wanted(List.of())) > 0;
    }

    /** Whether any goods count for both. */
    boolean sharesGoodsWith(Claim other) {
        return baseSharedWith(other) > 0;
    }

    /** Points of an amount, exactly; what multipliers multiply. */
    BigDecimal rate() {
        return definition().effect() instanceof Effect.PerAmount effect
                ? BigDecimal.valueOf(effect.points())
                        .divide(BigDecimal.valueOf(effect.per()), 20, RoundingMode.HALF_EVEN)
                : BigDecimal.ZERO;
    }

    /**
     * What it would give without caps.
     *
     * @param bases the rules by amount that apply
     */
    long wanted(List<Claim> bases) {
        if (!isOpen()) {
            return 0;
        }
        return switch (definition().effect()) {
            case Effect.PerAmount effect -> BigDecimal.valueOf(effect.points())
                    .multiply(BigDecimal.valueOf(base))
                    .divideToIntegralValue(BigDecimal.valueOf(effect.per()))
                    .longValueExact();
            case Effect.Multiplier effect -> effect.factor()
                    .subtract(BigDecimal.ONE)
                    .multiply(multiplied(bases))
                    .setScale(9, RoundingMode.HALF_EVEN)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
            case Effect.Bonus effect -> effect.points();
            case Effect.PerPiece effect -> Math.multiplyExact(effect.points(), pieces());
        };
    }

    /** What the rules by amount give for its lines, exactly; those of its own group give nothing beside it. */
    private BigDecimal multiplied(List<Claim> bases) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Claim other : bases) {
            if (multiplies(other)) {
                sum = sum.add(other.rate().multiply(BigDecimal.valueOf(baseSharedWith(other))));
            }
        }
        return sum;
    }

    private boolean multiplies(Claim other) {
        return definition().group().isEmpty() || !definition().group().equals(other.definition().group());
    }

    private long baseSharedWith(Claim other) {
        if (other.matching().size() == matching.size() && other.matching().equals(matching)) {
            return base;
        }
        Set<Integer> positions = positions(other);
        return matching.stream()
                .filter(line -> positions.contains(line.position()))
                .mapToLong(JudgedLine::base)
                .sum();
    }

    private static Set<Integer> positions(Claim claim) {
        return claim.matching().stream().map(JudgedLine::position).collect(Collectors.toSet());
    }

    private long pieces() {
        return matching.stream()
                .filter(line -> line.base() > 0)
                .map(JudgedLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** What its caps let it give of that. */
    long granted(long wanted) {
        long purchase = Math.min(wanted, perPurchase());
        return ceiling.map(cap -> Math.min(purchase, cap.points())).orElse(purchase);
    }

    private long perPurchase() {
        Long most = definition().ofCaps().perPurchase();
        return most == null ? Long.MAX_VALUE : most;
    }

    /** The outcome when no other rule stands in its way. */
    RuleOutcome outcome(long wanted, List<Claim> bases) {
        long points = granted(wanted);
        Reason reason = refusal.orElseGet(() -> wanted == 0 ? tooLittle(bases) : points == 0 ? Reason.USED_UP : gave());
        return new RuleOutcome(
                version.ruleId(),
                version.version(),
                definition().funderId(),
                reason,
                points,
                base,
                matching.size(),
                points == 0 ? List.of() : lines(points, bases),
                points == wanted ? null : wanted,
                ceiling.orElse(null));
    }

    private Reason tooLittle(List<Claim> bases) {
        return switch (definition().effect()) {
            case Effect.PerAmount effect -> Reason.BELOW_ONE_POINT;
            case Effect.Multiplier effect ->
                multiplied(bases).signum() == 0 ? Reason.NOTHING_TO_MULTIPLY : Reason.BELOW_ONE_POINT;
            case Effect.Bonus effect -> Reason.BONUS;
            case Effect.PerPiece effect -> Reason.BELOW_ONE_PIECE;
        };
    }

    private Reason gave() {
        return switch (definition().effect()) {
            case Effect.PerAmount effect -> Reason.PER_AMOUNT;
            case Effect.Multiplier effect -> Reason.MULTIPLIED;
            case Effect.Bonus effect -> Reason.BONUS;
            case Effect.PerPiece effect -> Reason.PER_PIECE;
        };
    }

    private List<RuleOutcome.LinePoints> lines(long points, List<Claim> bases) {
        return switch (definition().effect()) {
            case Effect.PerAmount effect ->
                spread(points, matching.stream().map(JudgedLine::base).toList());
            case Effect.Multiplier effect -> spread(points, multipliedBases(bases));
            case Effect.Bonus effect -> List.of(new RuleOutcome.LinePoints(0, points));
            case Effect.PerPiece effect -> spread(
                    points,
                    matching.stream()
                            .map(line -> line.base() == 0
                                    ? 0L
                                    : line.quantity().movePointRight(THOUSANDTHS).longValue())
                            .toList());
        };
    }

    private List<Long> multipliedBases(List<Claim> bases) {
        Set<Integer> earning = bases.stream()
                .filter(this::multiplies)
                .flatMap(other -> positions(other).stream())
                .collect(Collectors.toSet());
        return matching.stream()
                .map(line -> earning.contains(line.position()) ? line.base() : 0L)
                .toList();
    }

    private List<RuleOutcome.LinePoints> spread(long points, List<Long> weights) {
        long[] parts = Spread.over(points, weights);
        return IntStream.range(0, parts.length)
                .filter(index -> parts[index] != 0)
                .mapToObj(index -> new RuleOutcome.LinePoints(matching.get(index).position(), parts[index]))
                .toList();
    }
}
