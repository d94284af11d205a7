package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.IdMaker;
import id.setia.points.MonthSums;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
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

    /**
     * Lets a survivor keep the better promise of two members who became one, and raises them at once to what the months of
     * both together reach; nothing is lowered before the next run.
     *
     * @param sums of both together
     * @return the survivor's history as it then is
     */
    public StandingHistory merge(
            StandingHistory merged, StandingHistory survivor, MonthSums sums, Instant now, Batch batch) {
        YearMonth month = settings.current().monthOf(now);
        Optional<Standing> promised = merged.bestPromiseAt(now)
                .filter(promise -> rank(survivor, promise) > survivor.heldAt(now).rank())
                .map(promise -> new Standing(
                        ids.next(), survivor.memberId(), promisedFrom(survivor, promise, now), now, promise.tierCode(),
                        StandingCause.MERGED, month, promise.reason(), promise.holdsUntil()));
        promised.ifPresent(standing -> rows.add(batch, standing));
        StandingHistory kept = promised.map(survivor::with).orElse(survivor);
        return raise(kept, TierEvaluation.of(sums, month), now, batch);
    }

    private static int rank(StandingHistory history, Standing standing) {
        return history.ladder().find(standing.tierCode()).orElseThrow().rank();
    }

    /** From the beginning of the month; behind a higher tier that the survivor has without a promise, just before that. */
    private Instant promisedFrom(StandingHistory survivor, Standing promise, Instant now) {
        return survivor.at(now)
                .filter(has -> survivor.tierAt(now).rank() > rank(survivor, promise))
                .map(has -> has.effectiveFrom().minus(1, ChronoUnit.MICROS))
                .orElseGet(() -> settings.current().startOf(settings.current().monthOf(now).atDay(1)));
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
