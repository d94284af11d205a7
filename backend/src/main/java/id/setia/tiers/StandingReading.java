package id.setia.tiers;

import id.setia.kernel.Sheaf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A member's standings, read along with other rows of theirs. */
public final class StandingReading {

    private final UUID memberId;
    private final Ladder ladder;
    private final List<Standing> standings = new ArrayList<>();

    private StandingReading(UUID memberId, Ladder ladder) {
        this.memberId = memberId;
        this.ladder = ladder;
    }

    static StandingReading of(UUID memberId, Ladder ladder, StandingRows rows, Sheaf sheaf) {
        StandingReading reading = new StandingReading(memberId, ladder);
        sheaf.add(StandingRows.PART, List.of(memberId), row -> reading.standings.add(rows.standing(row)));
        return reading;
    }

    /** @param joinedAt when the member joined */
    public StandingHistory history(Optional<Instant> joinedAt) {
        return new StandingHistory(
                memberId, ladder, standings, joinedAt.filter(joined -> ladder.policy().asksWhenJoined()));
    }
}
