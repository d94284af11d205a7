package id.setia.tiers;

import id.setia.points.MonthSums;
import id.setia.program.Program;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All a member's standings, on the ladder in force. */
public final class StandingHistory {

    /** Joining comes first whenever it was: it gives a tier only where nothing else does. */
    private static final Comparator<Standing> ORDER = Comparator.comparing(
                    (Standing standing) -> standing.cause() != StandingCause.JOINED)
            .thenComparing(Standing::effectiveFrom)
            .thenComparing(Standing::recordedAt)
            .thenComparing(Standing::id);

    private final UUID memberId;
    private final Ladder ladder;
    private final List<Standing> standings;
    private final Optional<Instant> joinedAt;

    /** @param joinedAt known only where the policy asks for it */
    StandingHistory(UUID memberId, Ladder ladder, List<Standing> standings, Optional<Instant> joinedAt) {
        this.memberId = memberId;
        this.ladder = ladder;
        this.standings = standings.stream().sorted(ORDER).toList();
        this.joinedAt = joinedAt;
    }

    StandingHistory(UUID memberId, Ladder ladder, List<Standing> standings) {
        this(memberId, ladder, standings, Optional.empty());
    }

    public UUID memberId() {
        return memberId;
    }

    /** The member's tier at a moment: the lowest before the first standing. */
    public Tier tierAt(Instant moment) {
        return at(moment).flatMap(standing -> ladder.known(standing.tierCode())).orElse(ladder.lowest());
    }

    Optional<Standing> at(Instant moment) {
        return standings.reversed().stream()
                .filter(standing -> !standing.effectiveFrom().isAfter(moment))
                .findFirst();
    }

    /** The tier below which no run may take the member at the moment: the lowest unless a better one was promised. */
    Tier heldAt(Instant moment) {
        return holding(moment)
                .flatMap(standing -> ladder.standingFor(standing.tierCode()).stream())
                .reduce(ladder.lowest(), ladder::higher);
    }

    /** The promise of the highest tier that binds runs at the moment. */
    Optional<Standing> bestPromiseAt(Instant moment) {
        return holding(moment)
                .filter(standing -> ladder.find(standing.tierCode()).isPresent())
                .max(Comparator.comparing(standing -> ladder.find(standing.tierCode()).orElseThrow().rank()));
    }

    /** Until when the tier the member has at the moment was promised, as far as it was. */
    Optional<Instant> promisedUntil(Instant moment) {
        String code = tierAt(moment).code();
        return holding(moment)
                .filter(standing -> standing.tierCode().equals(code))
                .flatMap(standing -> standing.holdsUntil().stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether staff gave the member the tier of the moment, and it holds still. */
    boolean isGrantedAt(Instant moment) {
        String code = tierAt(moment).code();
        return holding(moment)
                .anyMatch(standing -> standing.cause() == StandingCause.GRANTED && standing.tierCode().equals(code));
    }

    /** What no run may lower at the moment; of what staff gave only the last. */
    private Stream<Standing> holding(Instant moment) {
        Optional<Standing> grant = standings.reversed().stream()
                .filter(standing -> standing.cause() == StandingCause.GRANTED)
                .filter(standing -> !standing.effectiveFrom().isAfter(moment))
                .findFirst();
        return standings.stream()
                .filter(standing -> standing.holdsAt(moment))
                .filter(standing -> standing.cause() != StandingCause.GRANTED || standing.equals(grant.orElseThrow()));
    }

    /** Since when the member has had, without a break, the tier of the moment; empty when there never was another. */
    Optional<Instant> since(Instant moment) {
        Tier tier = tierAt(moment);
        Optional<Instant> since = Optional.empty();
        for (Standing standing : standings.reversed()) {
            if (!standing.effectiveFrom().isAfter(moment)) {
                if (!tierAt(standing.effectiveFrom()).equals(tier)) {
                    return since;
                }
                since = Optional.of(standing.effectiveFrom());
            }
        }
        return since;
    }

    StandingHistory with(Standing standing) {
        return new StandingHistory(
                memberId, ladder, Stream.concat(standings.stream(), Stream.of(standing)).toList(), joinedAt);
    }

    /** The same member on another ladder. */
    StandingHistory on(Ladder other) {
        return new StandingHistory(memberId, other, standings, joinedAt);
    }

    /** What the member's tier is decided by. */
    TierFacts facts(MonthSums sums, Program program) {
        return new TierFacts(sums, joinedAt.map(program::dateOf));
    }

    TierJudge judge(MonthSums sums, Program program) {
        return new TierJudge(program, this, facts(sums, program));
    }

    /** When a standing is recorded that comes after all these, also where its transaction began before theirs ended. */
    Instant recordedAt(Instant now) {
        return standings.stream()
                .map(standing -> standing.recordedAt().plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** All of them, the latest first; joining last. */
    List<Standing> latestFirst() {
        return standings.reversed();
    }

    Ladder ladder() {
        return ladder;
    }
}
