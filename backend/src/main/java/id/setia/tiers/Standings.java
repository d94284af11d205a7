package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.IdMaker;
import id.setia.points.MonthSums;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to members' standings. */
@Singleton
public class Standings {

    private final StandingRows rows;
    private final StandingChanges changes;
    private final TierLadder ladder;
    private final ProgramSettings settings;
    private final IdMaker ids;

    Standings(
            StandingRows rows, StandingChanges changes, TierLadder ladder, ProgramSettings settings, IdMaker ids) {
        this.rows = rows;
        this.changes = changes;
        this.ladder = ladder;
        this.settings = settings;
        this.ids = ids;
    }

    /** The members' histories, one for each, in one statement. */
    public Map<UUID, StandingHistory> histories(Collection<UUID> members) {
        Ladder current = ladder.current();
        Set<UUID> asked = new HashSet<>(members);
        Map<UUID, List<Standing>> known =
                rows.of(asked).stream().collect(Collectors.groupingBy(Standing::memberId));
        return asked.stream()
                .collect(Collectors.toMap(
                        member -> member,
                        member -> new StandingHistory(member, current, known.getOrDefault(member, List.of()))));
    }

    /** How the member stands. */
    public StandingResponse view(UUID memberId, MonthSums sums, Instant now) {
        return view(histories(List.of(memberId)).get(memberId), sums, now);
    }

    /** The same, of a history already read. */
    public StandingResponse view(StandingHistory history, MonthSums sums, Instant now) {
        return new StandingView(settings.current(), history, sums, now).response();
    }

    /**
     * Gives a member the tier they had in another system, from the beginning of the month on, so that a run of this month
     * and a late purchase still raise it; no run lowers it before its promised end.
     *
     * @param holdsUntil the first moment at which a run may lower it
     */
    public void bringOver(UUID memberId, Tier tier, Instant holdsUntil, Instant now, Batch batch) {
        YearMonth month = settings.current().monthOf(now);
        rows.add(
                batch,
                new Standing(
                        ids.next(),
                        memberId,
                        settings.current().startOf(month.atDay(1)),
                        now,
                        tier.code(),
                        StandingCause.IMPORTED,
                        month,
                        StandingReason.of(TierEvaluation.of(MonthSums.NONE, month), tier),
                        Optional.of(holdsUntil)));
    }

    /**
     * Lets a purchase of a closed month raise the standing that the last run gave, from that run on; never lowers it.
     * Refunds and purchases of the month under way change nothing before the next run.
     *
     * @param after the member's month sums, the purchase counted, read under the member's lock
     * @return the history as it now is
     */
    public StandingHistory raiseFor(
            StandingHistory history, MonthSums after, Instant purchaseTime, Instant now, Batch batch) {
        Program program = settings.current();
        YearMonth month = program.monthOf(now);
        if (!program.monthOf(purchaseTime).isBefore(month)) {
            return history;
        }
        return raise(history, TierEvaluation.of(after, month), now, batch);
    }

    /** Raises a standing to what the evaluation reaches; never lowers it. */
    StandingHistory raise(StandingHistory history, TierEvaluation evaluation, Instant now, Batch batch) {
        Tier reached = evaluation.tier(history.ladder());
        if (reached.rank() <= history.tierAt(now).rank()) {
            return history;
        }
        return changes.add(batch, history, reached, evaluation, StandingCause.LATE_PURCHASE, now);
    }
}
