package id.setia.tiers;

import id.setia.members.MemberCounts;
import id.setia.points.MonthSums;
import id.setia.points.PointsLedger;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/** Reads member after member with what their tier is decided by; changes nothing and locks nobody. */
@Singleton
class TierScan {

    private static final int CHUNK = 2_000;

    private final Standings standings;
    private final PointsLedger ledger;
    private final MemberCounts members;

    TierScan(Standings standings, PointsLedger ledger, MemberCounts members) {
        this.standings = standings;
        this.ledger = ledger;
        this.members = members;
    }

    /** What is done with a member; says whether to go on. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(StandingHistory history, MonthSums sums);
    }

    /**
     * Goes over members after one, in the order of ids, those who no longer take part left out.
     *
     * @param ladder whose policy says what has to be known of them
     * @param most how many at most
     * @return the last one looked at, where there may be more
     */
    Optional<UUID> over(Optional<UUID> start, Ladder ladder, long most, Visitor visitor) {
        Set<UUID> gone = new HashSet<>(members.gone());
        Optional<UUID> after = start;
        for (long looked = 0; looked < most; looked += CHUNK) {
            Optional<UUID> until = ledger.lastOfNext(after, CHUNK);
            if (until.isEmpty()) {
                return Optional.empty();
            }
            SortedMap<UUID, MonthSums> sums = ledger.monthSumsBetween(after, until.get(), CHUNK);
            Map<UUID, StandingHistory> histories = standings.historiesBetween(after, sums, ladder);
            for (Map.Entry<UUID, MonthSums> member : sums.entrySet()) {
                if (!gone.contains(member.getKey())
                        && !visitor.visit(histories.get(member.getKey()), member.getValue())) {
                    return Optional.of(member.getKey());
                }
            }
            after = until;
        }
        return after;
    }
}
