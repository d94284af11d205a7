package id.setia.tiers;

import id.setia.kernel.Sheaf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A member's standings, read along with other rows of theirs. */
public final class StandingReading {

    private final UUID memberId;
    private final Ladder ladder;
    private final List<Standing> standings;

    private StandingReading(UUID memberId, Ladder ladder, List<Standing> standings) {
        this.memberId = memberId;
        this.ladder = ladder;
        this.standings = standings;
    }

    static StandingReading of(UUID memberId, Ladder ladder, StandingRows rows, Sheaf sheaf) {
        return new StandingReading(memberId, ladder, rows.read(List.of(memberId), sheaf));
    }

    /** @param joinedAt when the member joined */
    public StandingHistory history(Optional<Instant> joinedAt) {
        return new StandingHistory(
                memberId, ladder, standings, joinedAt.filter(joined -> ladder.policy().asksWhenJoined()));
    }
}
