package id.setia.tiers;

import id.setia.program.Program;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** Decides what a run makes of a member's standing, from their history and what they did. Pure. */
final class TierJudge {

    private final Program program;
    private final StandingHistory history;
    private final TierFacts facts;
    private final Ladder ladder;
    private final TierPolicy policy;

    TierJudge(Program program, StandingHistory history, TierFacts facts) {
        this.program = program;
        this.history = history;
        this.facts = facts;
        this.ladder = history.ladder();
        this.policy = ladder.policy();
    }

    /** The member's tier from the run of the month on, the tier they had before it unless something changes. */
    Tier after(YearMonth run) {
        return after(run, start(run));
    }

    /** The same of the standing as it is at another moment. */
    Tier after(YearMonth run, Instant at) {
        Tier before = history.tierAt(at);
        Tier floor = history.heldAt(at);
        if (ladder.isRemoved(before)) {
            Tier landing = ladder.standingFor(before.code()).orElseThrow();
            return ladder.higher(ladder.higher(reachable(run, landing), landing), floor);
        }
        Tier reachable = ladder.higher(reachable(run, before), floor);
        if (reachable.rank() >= before.rank()) {
            return reachable.rank() == before.rank() ? before : reachable;
        }
        if (!hasHadGrace(run, before, at)) {
            return before;
        }
        return policy.softLanding() ? ladder.higher(reachable, ladder.below(before)) : reachable;
    }

    /** What a purchase of a closed month makes of what the run of the month gave; nothing where it is no more. */
    Optional<TierRaise> lateRaise(YearMonth run, Instant now) {
        return hasTenure(run) ? raise(run, StandingCause.LATE_PURCHASE, start(run), now) : Optional.empty();
    }

    /** What the month under way reaches with those before it, where the policy raises at once. */
    Optional<TierRaise> raiseAtOnce(YearMonth month, Instant from, Instant now) {
        return policy.upgradeAtOnce() && facts.hasTenure(policy.minimumTenure(), program.dateOf(from))
                ? raise(month.plusMonths(1), StandingCause.PURCHASE, from, now)
                : Optional.empty();
    }

    /** Never from before the standing it raises, which would go on holding. */
    private Optional<TierRaise> raise(YearMonth run, StandingCause cause, Instant from, Instant now) {
        TierEvaluation best = best(run);
        Tier reached = best.tier(ladder);
        if (reached.rank() <= history.tierAt(now).rank()) {
            return Optional.empty();
        }
        Instant standing = history.at(now)
                .filter(found -> found.cause() != StandingCause.JOINED)
                .map(Standing::effectiveFrom)
                .filter(from::isBefore)
                .orElse(from);
        return Optional.of(new TierRaise(reached, best, cause, standing));
    }

    /** What the month sums reach at the run; no more than the tier there is before the member has belonged long enough. */
    private Tier reachable(YearMonth run, Tier before) {
        Tier level = level(run);
        return level.rank() > before.rank() && !hasTenure(run) ? before : level;
    }

    boolean hasTenure(YearMonth run) {
        return facts.hasTenure(policy.minimumTenure(), run.atDay(1));
    }

    /** The tier the sums alone reach at a run. */
    Tier level(YearMonth run) {
        return best(run).tier(ladder);
    }

    /** Of the windows that count at a run the one that reaches most; the one under way where they reach the same. */
    TierEvaluation best(YearMonth run) {
        TierEvaluation open = open(run);
        if (!policy.window().isYear() || open.isOver()) {
            return open;
        }
        TierEvaluation before = open.before(policy, facts);
        return before.tier(ladder).rank() > open.tier(ladder).rank() ? before : open;
    }

    /** The window that holds the last month before the run. */
    TierEvaluation open(YearMonth run) {
        return TierEvaluation.of(policy, facts, run);
    }

    /** Whether the member was below the tier at each of the runs before that grace lets pass. */
    private boolean hasHadGrace(YearMonth run, Tier tier, Instant at) {
        Instant since = history.since(at).orElse(Instant.MIN);
        for (int months = 1; months <= policy.grace(); months++) {
            YearMonth earlier = run.minusMonths(months);
            Instant start = start(earlier);
            if (!start.isAfter(since)
                    || level(earlier).rank() >= tier.rank()
                    || history.heldAt(start).rank() >= tier.rank()) {
                return false;
            }
        }
        return true;
    }

    private Instant start(YearMonth run) {
        return program.startOf(run.atDay(1));
    }
}
