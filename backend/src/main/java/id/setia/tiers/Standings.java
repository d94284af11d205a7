package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Sheaf;
import id.setia.members.MemberRegistry;
import id.setia.points.MonthSums;
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
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The door to members' standings. */
@Singleton
public class Standings {

    private final StandingRows rows;
    private final StandingChanges changes;
    private final TierLadder ladder;
    private final MemberRegistry registry;
    private final ProgramSettings settings;
    private final IdMaker ids;

    Standings(
            StandingRows rows,
            StandingChanges changes,
            TierLadder ladder,
            MemberRegistry registry,
            ProgramSettings settings,
            IdMaker ids) {
        this.rows = rows;
        this.changes = changes;
        this.ladder = ladder;
        this.registry = registry;
        this.settings = settings;
        this.ids = ids;
    }

    /** The members' histories, one for each, in one statement, and one more where the ladder asks when they joined. */
    public Map<UUID, StandingHistory> histories(Collection<UUID> members) {
        return histories(members, ladder.current());
    }

    /** Adds the member's standings to the sheaf; known once that is read. */
    public StandingReading read(UUID memberId, Sheaf sheaf) {
        return StandingReading.of(memberId, ladder.current(), rows, sheaf);
    }

    /**
     * Adds the members' standings to the sheaf.
     *
     * @return their histories, once that is read; where the ladder asks when members joined, by one statement more
     */
    public Supplier<Map<UUID, StandingHistory>> read(Collection<UUID> members, Sheaf sheaf) {
        Set<UUID> asked = new HashSet<>(members);
        List<Standing> read = rows.read(asked, sheaf);
        return () -> histories(asked, read, ladder.current());
    }

    Map<UUID, StandingHistory> histories(Collection<UUID> members, Ladder current) {
        Set<UUID> asked = new HashSet<>(members);
        return histories(asked, rows.of(asked), current);
    }

    /** The histories of members whose month sums were read together, without the reasons of their standings. */
    Map<UUID, StandingHistory> historiesBetween(Optional<UUID> after, SortedMap<UUID, MonthSums> sums) {
        return historiesBetween(after, sums, ladder.current());
    }

    Map<UUID, StandingHistory> historiesBetween(Optional<UUID> after, SortedMap<UUID, MonthSums> sums, Ladder current) {
        return sums.isEmpty() ? Map.of() : histories(sums.keySet(), rows.between(after, sums.lastKey()), current);
    }

    /** The same of standings already read. */
    private Map<UUID, StandingHistory> histories(Collection<UUID> members, List<Standing> read, Ladder current) {
        Map<UUID, List<Standing>> known = read.stream().collect(Collectors.groupingBy(Standing::memberId));
        Map<UUID, Instant> joined = current.policy().asksWhenJoined() ? registry.joinedAt(members) : Map.of();
        return members.stream()
                .collect(Collectors.toMap(
                        member -> member,
                        member -> new StandingHistory(
                                member,
                                current,
                                known.getOrDefault(member, List.of()),
                                Optional.ofNullable(joined.get(member)))));
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
                        StandingReason.of(TierEvaluation.of(ladder.current().policy(), TierFacts.NONE, month), tier),
                        Optional.of(holdsUntil)));
    }

    /**
     * Lets a purchase raise a standing; none ever lowers it. One of a closed month raises what the last run gave, from that
     * run on. Where the policy raises at once, one that reaches a tier by what the next run will see raises it from right
     * after the purchase on, so that the purchase itself is judged by the tier before. Refunds change nothing before the
     * next run.
     *
     * @param after the member's month sums, the purchase counted, read under the member's lock
     * @return the history as it now is
     */
    public StandingHistory raiseFor(
            StandingHistory history, MonthSums after, Instant purchaseTime, Instant now, Batch batch) {
        YearMonth month = settings.current().monthOf(now);
        boolean late = settings.current().monthOf(purchaseTime).isBefore(month);
        StandingHistory raised = late ? raise(history, after, month, now, batch) : history;
        Instant reachedAt = late || !purchaseTime.isBefore(now) ? now : purchaseTime.plus(1, ChronoUnit.MICROS);
        return raiseAtOnce(raised, after, month, reachedAt, now, batch);
    }

    /**
     * Lets a survivor keep the better promise and the better tier of two members who became one, and raises them at once to
     * what the months of both together reach; nothing is lowered before the next run.
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
                        ids.next(), survivor.memberId(), promisedFrom(survivor, promise, now), survivor.recordedAt(now),
                        promise.tierCode(),
                        StandingCause.MERGED, month, promise.reason(), promise.holdsUntil()));
        promised.ifPresent(standing -> rows.add(batch, standing));
        StandingHistory kept = promised.map(survivor::with).orElse(survivor);
        StandingHistory raised = raiseAtOnce(raise(kept, sums, month, now, batch), sums, month, now, now, batch);
        return keepBetter(merged, raised, month, now, batch);
    }

    /** A tier that refunds have undermined, or that grace keeps, falls at a run and not because of a merge. */
    private StandingHistory keepBetter(
            StandingHistory merged, StandingHistory survivor, YearMonth month, Instant now, Batch batch) {
        return merged.at(now)
                .filter(had -> merged.tierAt(now).rank() > survivor.tierAt(now).rank())
                .map(had -> changes.add(
                        batch,
                        survivor,
                        new Standing(
                                ids.next(), survivor.memberId(), keptFrom(survivor, month, now),
                                survivor.recordedAt(now), had.tierCode(), StandingCause.MERGED, month, had.reason())))
                .orElse(survivor);
    }

    /** The beginning of the month, unless the survivor rose since. */
    private Instant keptFrom(StandingHistory survivor, YearMonth month, Instant now) {
        Instant start = settings.current().startOf(month.atDay(1));
        return survivor.at(now)
                .filter(has -> has.cause() != StandingCause.JOINED)
                .map(Standing::effectiveFrom)
                .filter(start::isBefore)
                .orElse(start);
    }

    private static int rank(StandingHistory history, Standing standing) {
        return history.ladder().standingFor(standing.tierCode()).orElse(history.ladder().lowest()).rank();
    }

    /** From the beginning of the month; behind a higher tier that the survivor has without a promise, just before that. */
    private Instant promisedFrom(StandingHistory survivor, Standing promise, Instant now) {
        return survivor.at(now)
                .filter(has -> survivor.tierAt(now).rank() > rank(survivor, promise))
                .map(has -> has.effectiveFrom().minus(1, ChronoUnit.MICROS))
                .orElseGet(() -> settings.current().startOf(settings.current().monthOf(now).atDay(1)));
    }

    /** Raises a standing, from the run of the month on, to what the sums reach there; never lowers it. */
    StandingHistory raise(StandingHistory history, MonthSums sums, YearMonth run, Instant now, Batch batch) {
        return raised(history, history.judge(sums, settings.current()).lateRaise(run, now), now, batch);
    }

    /** Raises a standing, where the policy does so at once, to what the month under way reaches with those before it. */
    StandingHistory raiseAtOnce(
            StandingHistory history, MonthSums sums, YearMonth month, Instant from, Instant now, Batch batch) {
        return raised(history, history.judge(sums, settings.current()).raiseAtOnce(month, from, now), now, batch);
    }

    private StandingHistory raised(StandingHistory history, Optional<TierRaise> raise, Instant now, Batch batch) {
        return raise.map(found -> changes.add(
                        batch, history, found.tier(), found.evaluation(), found.cause(), found.from(), now))
                .orElse(history);
    }
}
