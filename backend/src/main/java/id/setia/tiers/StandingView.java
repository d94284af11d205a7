package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.points.MonthSums;
import id.setia.program.Program;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How a member stands at a moment, told from their history and month sums. */
final class StandingView {

    private static final double LEAST_PROGRESS = 0.03;

    private final Program program;
    private final StandingHistory history;
    private final MonthSums sums;
    private final Instant now;
    private final Tier tier;
    private final TierEvaluation last;
    private final TierEvaluation next;
    private final long unit;
    private final StandingTexts texts;

    StandingView(Program program, StandingHistory history, MonthSums sums, Instant now) {
        this.program = program;
        this.history = history;
        this.sums = sums;
        this.now = now;
        YearMonth month = program.monthOf(now);
        this.tier = history.tierAt(now);
        this.last = TierEvaluation.of(sums, month);
        this.next = TierEvaluation.of(sums, month.plusMonths(1));
        this.unit = unit();
        this.texts = new StandingTexts(program.currency(), unit);
    }

    /** Averages are told in whole rupiah or pounds, unless a threshold is not whole itself. */
    private long unit() {
        long whole = BigInteger.TEN.pow(Money.digits(program.currency())).longValueExact();
        return history.ladder().tiers().stream().allMatch(known -> known.threshold() % whole == 0) ? whole : 1;
    }

    StandingResponse response() {
        boolean lowest = tier.equals(history.ladder().lowest());
        LocalDate nextEvaluation = next.run().atDay(1);
        return new StandingResponse(
                TierResponse.of(tier),
                history.since(now).orElse(null),
                lowest ? null : until(nextEvaluation),
                reason(),
                lowest ? null : keeps(),
                metric(),
                nextTier().orElse(null),
                TierResponse.of(projected()),
                nextEvaluation);
    }

    /** The evaluation that may lower the tier: the next one, or the first after its promised end. */
    private Instant until(LocalDate nextEvaluation) {
        Instant next = program.startOf(nextEvaluation);
        return promisedEnd()
                .map(end -> end.plusMonths(1).withDayOfMonth(1))
                .map(program::startOf)
                .filter(next::isBefore)
                .orElse(next);
    }

    /** The last day of the tier's promise. */
    private Optional<LocalDate> promisedEnd() {
        return history.promisedUntil(now).map(program::dateOf).map(first -> first.minusDays(1));
    }

    private LocalText reason() {
        Optional<Standing> standing = history.at(now);
        if (standing.isEmpty() || standing.get().cause() == StandingCause.JOINED && last.spend() <= 0) {
            return texts.joined(tier);
        }
        Tier reached = last.tier(history.ladder());
        if (reached.rank() < tier.rank() && promisedEnd().isPresent()) {
            return texts.broughtOver(tier, promisedEnd().get());
        }
        if (reached.rank() < tier.rank() && standing.get().cause() == StandingCause.IMPORTED) {
            return texts.broughtOver(tier);
        }
        if (reached.rank() < tier.rank() && standing.get().cause() == StandingCause.MERGED) {
            return texts.merged(tier);
        }
        if (reached.rank() < tier.rank()) {
            return texts.decidedBefore(tier, standing.get().reason());
        }
        if (tier.equals(history.ladder().lowest())) {
            return history.ladder().above(tier).map(above -> texts.below(last, above)).orElse(texts.joined(tier));
        }
        return switch (standing.get().cause()) {
            case JOINED, IMPORTED, RUN -> texts.reached(last, tier);
            case LATE_PURCHASE -> texts.reachedLate(last, tier);
            case MERGED -> texts.merged(tier);
        };
    }

    private LocalText keeps() {
        long missing = next.missingFor(tier);
        if (missing > 0 && heldNext().rank() >= tier.rank() && promisedEnd().isPresent()) {
            return texts.held(tier, promisedEnd().get());
        }
        return missing > 0 ? texts.toKeep(missing, lastDay(), tier) : texts.kept(next.run(), tier);
    }

    private StandingMetric metric() {
        List<MonthSpend> months = IntStream.range(0, TierEvaluation.MONTHS)
                .mapToObj(next.firstMonth()::plusMonths)
                .map(month -> new MonthSpend(month.toString(), program.money(sums.in(month).spend())))
                .toList();
        long average = next.average() - Math.floorMod(next.average(), unit);
        return new StandingMetric(program.money(average), TierEvaluation.MONTHS, months);
    }

    private Optional<NextTier> nextTier() {
        return history.ladder().above(history.ladder().higher(tier, projected())).map(this::nextTier);
    }

    private NextTier nextTier(Tier above) {
        long missing = next.missingFor(above);
        return new NextTier(
                TierResponse.of(above),
                program.money(missing),
                lastDay(),
                next.run().atDay(1),
                texts.toReach(missing, lastDay(), above),
                progress(above));
    }

    private double progress(Tier above) {
        double share = (double) next.spend() / (next.spend() + next.missingFor(above));
        return Math.clamp(Math.floor(share * 100) / 100, LEAST_PROGRESS, 1);
    }

    private Tier projected() {
        return history.ladder().higher(next.tier(history.ladder()), heldNext());
    }

    /** What the next run may not take the member below. */
    private Tier heldNext() {
        return history.heldAt(program.startOf(next.run().atDay(1)));
    }

    private LocalDate lastDay() {
        return next.lastMonth().atEndOfMonth();
    }
}
