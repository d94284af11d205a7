package id.setia.tiers;

import java.time.Instant;
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

    StandingHistory(UUID memberId, Ladder ladder, List<Standing> standings) {
        this.memberId = memberId;
        this.ladder = ladder;
        this.standings = standings.stream().sorted(ORDER).toList();
    }

    public UUID memberId() {
        return memberId;
    }

    /** The member's tier at a moment: the lowest before the first standing. */
    public Tier tierAt(Instant moment) {
        return at(moment).flatMap(standing -> ladder.find(standing.tierCode())).orElse(ladder.lowest());
    }

    Optional<Standing> at(Instant moment) {
        return standings.reversed().stream()
                .filter(standing -> !standing.effectiveFrom().isAfter(moment))
                .findFirst();
    }

    /** The tier below which no run may take the member at the moment: the lowest unless a better one was promised. */
    Tier heldAt(Instant moment) {
        return standings.stream()
                .filter(standing -> standing.holdsAt(moment))
                .flatMap(standing -> ladder.find(standing.tierCode()).stream())
                .reduce(ladder.lowest(), ladder::higher);
    }

    /** The promise of the highest tier that binds runs at the moment. */
    Optional<Standing> bestPromiseAt(Instant moment) {
        return standings.stream()
                .filter(standing -> standing.holdsAt(moment) && ladder.find(standing.tierCode()).isPresent())
                .max(Comparator.comparing(standing -> ladder.find(standing.tierCode()).orElseThrow().rank()));
    }

    /** Until when the tier the member has at the moment was promised, as far as it was. */
    Optional<Instant> promisedUntil(Instant moment) {
        String code = tierAt(moment).code();
        return standings.stream()
                .filter(standing -> standing.holdsAt(moment) && standing.tierCode().equals(code))
                .flatMap(standing -> standing.holdsUntil().stream())
                .max(Comparator.naturalOrder());
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
                memberId, ladder, Stream.concat(standings.stream(), Stream.of(standing)).toList());
    }

    Ladder ladder() {
        return ladder;
    }
}
