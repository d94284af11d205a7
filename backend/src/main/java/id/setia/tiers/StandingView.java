package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.points.MonthSums;
import id.setia.program.Program;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a member stands at a moment, told from their history and month sums. */
final class StandingView {

    private static final double LEAST_PROGRESS = 0.03;

    private final Program program;
    private final StandingHistory history;
    private final Ladder ladder;
    private final TierPolicy policy;
    private final MonthSums sums;
    private final TierFacts facts;
    private final Instant now;
    private final Tier tier;
    private final TierJudge judge;
    private final TierForecast forecast;
    private final YearMonth month;
    private final YearMonth nextRun;
    private final TierEvaluation next;
    private final long unit;
    private final StandingTexts texts;

    StandingView(Program program, StandingHistory history, MonthSums sums, Instant now) {
        this.program = program;
        this.history = history;
        this.ladder = history.ladder();
        this.policy = ladder.policy();
        this.sums = sums;
        this.facts = history.facts(sums, program);
        this.now = now;
        this.tier = history.tierAt(now);
        this.judge = history.judge(sums, program);
        this.month = program.monthOf(now);
        this.nextRun = month.plusMonths(1);
        this.next = judge.open(nextRun);
        this.forecast = new TierForecast(judge, ladder, tier, nextRun);
        this.unit = unit(program, ladder);
        this.texts = new StandingTexts(program.currency(), unit, program.pointsName());
    }

    /** Averages are told in whole rupiah or pounds, unless a threshold is not whole itself. */
    static long unit(Program program, Ladder ladder) {
        long whole = BigInteger.TEN.pow(Money.digits(program.currency())).longValueExact();
        return ladder.tiers().stream().allMatch(known -> known.threshold() % whole == 0) ? whole : 1;
    }

    StandingResponse response() {
        boolean lowest = tier.equals(ladder.lowest());
        return new StandingResponse(
                TierResponse.of(tier),
                history.since(now).orElse(null),
                lowest ? null : until(),
                reason(),
                lowest ? null : keeps(),
                metric(),
                nextTier().orElse(null),
                TierResponse.of(projected()),
                nextRun.atDay(1));
    }

    /** The first evaluation that may lower the tier, whatever is bought or refunded until then. */
    private Instant until() {
        return program.startOf(falling().atDay(1));
    }

    /** The first run that may lower the tier: of a window that moves on, the next one that is not held off. */
    private YearMonth falling() {
        return policy.window().isYear() ? forecast.falling() : forecast.unheld(run -> isHeld(run) || isInGrace(run));
    }

    private boolean isHeld(YearMonth run) {
        return history.heldAt(program.startOf(run.atDay(1))).rank() >= tier.rank();
    }

    /** Whether the months below so far, and all until the run, are fewer than grace lets pass. */
    private boolean isInGrace(YearMonth run) {
        Instant since = history.since(now).orElse(Instant.MIN);
        for (int months = 1; months <= policy.grace(); months++) {
            YearMonth earlier = run.minusMonths(months);
            boolean past = earlier.isBefore(nextRun);
            if (!program.startOf(earlier.atDay(1)).isAfter(since)
                    || isHeld(earlier)
                    || past && judge.level(earlier).rank() >= tier.rank()) {
                return true;
            }
        }
        return false;
    }

    /** The last day of the tier's promise. */
    private Optional<LocalDate> promisedEnd() {
        return history.promisedUntil(now).map(program::dateOf).map(first -> first.minusDays(1));
    }

    private LocalText reason() {
        Optional<Standing> standing = history.at(now);
        TierEvaluation last = decisive();
        if (standing.isEmpty() || standing.get().cause() == StandingCause.JOINED && last.sum() <= 0) {
            return texts.joined(tier);
        }
        if (ladder.isRemoved(tier)) {
            return texts.removed(tier, nextRun.atDay(1));
        }
        if (last.tier(ladder).rank() < tier.rank()) {
            return unreached(standing.get(), last);
        }
        if (tier.equals(ladder.lowest())) {
            return ladder.above(tier).map(above -> reached(last, above)).orElse(texts.joined(tier));
        }
        return switch (standing.get().cause()) {
            case GRANTED -> history.isGrantedAt(now) ? granted() : reached(last, tier);
            case JOINED, IMPORTED, RUN, PURCHASE -> reached(last, tier);
            case LATE_PURCHASE -> texts.reachedLate(TierFigure.of(last), tier.threshold(), tier);
            case MERGED -> texts.merged(tier);
        };
    }

    private LocalText reached(TierEvaluation evaluation, Tier which) {
        return texts.reached(TierFigure.of(evaluation), which.threshold(), which);
    }

    private LocalText granted() {
        return promisedEnd().map(end -> texts.granted(tier, end)).orElseGet(() -> texts.granted(tier));
    }

    /** The figures that decide the tier: of the last run, or of the month under way too where it raises at once. */
    private TierEvaluation decisive() {
        TierEvaluation last = judge.best(month);
        if (!policy.upgradeAtOnce()) {
            return last;
        }
        TierEvaluation soFar = judge.best(nextRun);
        return soFar.tier(ladder).rank() >= last.tier(ladder).rank() ? soFar : last;
    }

    private LocalText unreached(Standing standing, TierEvaluation last) {
        if (history.isGrantedAt(now)) {
            return granted();
        }
        return switch (standing.cause()) {
            case GRANTED -> granted();
            case MERGED -> promisedEnd().map(end -> texts.broughtOver(tier, end)).orElseGet(() -> texts.merged(tier));
            case IMPORTED -> promisedEnd().map(end -> texts.broughtOver(tier, end)).orElseGet(() -> texts.broughtOver(tier));
            case JOINED, RUN, LATE_PURCHASE, PURCHASE -> promisedEnd().isPresent()
                    ? texts.broughtOver(tier, promisedEnd().get())
                    : below(standing, last);
        };
    }

    private LocalText below(Standing standing, TierEvaluation last) {
        boolean fell = standing.cause() == StandingCause.RUN && standing.runMonth().equals(month)
                && standing.reason().average() < standing.reason().threshold();
        if (fell && policy.softLanding()) {
            return texts.softLanding(TierFigure.of(last), tier);
        }
        if (policy.grace() > 0 && standing.effectiveFrom().isBefore(program.startOf(month.atDay(1)))) {
            return texts.inGrace(TierFigure.of(last), tier, falling().atDay(1).minusDays(1));
        }
        return texts.decidedBefore(tier, standing.reason());
    }

    private LocalText keeps() {
        if (ladder.isRemoved(tier)) {
            return texts.removed(tier, nextRun.atDay(1));
        }
        boolean below = judge.level(nextRun).rank() < tier.rank();
        if (below && isHeld(nextRun) && promisedEnd().isPresent()) {
            return texts.held(tier, promisedEnd().get());
        }
        if (!below && !policy.window().isYear()) {
            return texts.kept(policy.metric(), nextRun, tier);
        }
        Optional<TierForecast.Task> task = forecast.toKeep(policy);
        return task.map(keep -> texts.toKeep(policy.metric(), keep.missing(), keep.by(), tier))
                .orElseGet(() -> texts.keptUntil(
                        policy.metric(), falling().atDay(1).minusDays(1), tier));
    }

    private StandingMetric metric() {
        List<MonthSpend> months = new ArrayList<>();
        for (YearMonth shown = next.first(); !shown.isAfter(month); shown = shown.plusMonths(1)) {
            months.add(new MonthSpend(shown.toString(), program.money(sums.in(shown).spend())));
        }
        int divisor = policy.metric().isAverage() ? next.divisor() : policy.months();
        long average = Math.floorDiv(sums.spend(next.first(), month), (long) divisor);
        return new StandingMetric(
                program.money(average - Math.floorMod(average, unit)),
                divisor,
                months,
                policy.metric().value(),
                policy.window().value(),
                next.first().toString(),
                next.last().toString(),
                TierAmount.of(policy.metric(), next.sum(), program));
    }

    private Optional<NextTier> nextTier() {
        return ladder.above(ladder.higher(tier, projected())).map(this::nextTier);
    }

    private NextTier nextTier(Tier above) {
        TierForecast.Task task = forecast.toReach(above, policy);
        long missing = Math.max(0, task.missing());
        boolean atOnce = policy.upgradeAtOnce() && facts.hasTenure(policy.minimumTenure(), program.dateOf(now));
        LocalDate from = atOnce ? program.dateOf(now) : task.run().atDay(1);
        return new NextTier(
                TierResponse.of(above),
                policy.metric().isMoney() ? program.money(missing) : null,
                task.by(),
                from,
                missing == 0
                        ? texts.waiting(above, from)
                        : texts.toReach(policy.metric(), missing, task.by(), above),
                progress(task),
                TierAmount.of(policy.metric(), missing, program),
                policy.upgradeAtOnce());
    }

    private static double progress(TierForecast.Task task) {
        long whole = task.sum() + task.missing();
        double share = task.missing() <= 0 ? 1 : (double) task.sum() / whole;
        return Math.clamp(Math.floor(share * 100) / 100, LEAST_PROGRESS, 1);
    }

    private Tier projected() {
        return judge.after(nextRun);
    }
}
