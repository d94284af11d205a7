package id.setia.tiers;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.members.MemberCounts;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many members stand in each tier. */
@Singleton
class TierCounts {

    private static final int CHUNK = 1_000;

    private final Transactions transactions;
    private final TierLadder ladder;
    private final Standings standings;
    private final MemberCounts members;

    TierCounts(Transactions transactions, TierLadder ladder, Standings standings, MemberCounts members) {
        this.transactions = transactions;
        this.ladder = ladder;
        this.standings = standings;
        this.members = members;
    }

    /** Members who take part, by code of their tier at the moment; those whom no standing names are in the lowest. */
    Map<String, Long> at(Instant moment) {
        Map<String, Long> counts = new HashMap<>(latest(moment));
        List<UUID> gone = members.gone();
        for (int start = 0; start < gone.size(); start += CHUNK) {
            standings
                    .histories(gone.subList(start, Math.min(gone.size(), start + CHUNK)))
                    .values()
                    .forEach(history -> history.at(moment)
                            .ifPresent(standing -> counts.merge(standing.tierCode(), -1L, Long::sum)));
        }
        Ladder current = ladder.current();
        long above = current.tiers().stream()
                .filter(tier -> !tier.equals(current.lowest()))
                .mapToLong(tier -> counts.getOrDefault(tier.code(), 0L))
                .sum();
        long elsewhere = current.removed().stream()
                .mapToLong(tier -> counts.getOrDefault(tier.code(), 0L))
                .sum();
        counts.put(current.lowest().code(), members.takingPart() - above - elsewhere);
        return counts;
    }

    /** Of each member's standings in effect the one that holds, as {@link StandingHistory} orders them. */
    private Map<String, Long> latest(Instant moment) {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT s.tier_code, COUNT(*) AS members
                    FROM standing s
                    WHERE s.effective_from <= ? AND NOT EXISTS (
                      SELECT 1
                      FROM standing later
                      WHERE later.member_id = s.member_id AND later.effective_from <= ?
                        AND (s.cause = 'joined' AND later.cause <> 'joined'
                          OR (s.cause = 'joined') = (later.cause = 'joined')
                            AND (later.effective_from > s.effective_from
                              OR later.effective_from = s.effective_from
                                AND (later.recorded_at > s.recorded_at
                                  OR later.recorded_at = s.recorded_at AND later.id > s.id))))
                    GROUP BY s.tier_code""")) {
                select.setObject(1, Sql.time(moment));
                select.setObject(2, Sql.time(moment));
                Map<String, Long> counts = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        counts.put(row.getString("tier_code"), row.getLong("members"));
                    }
                }
                return counts;
            }
        });
    }
}
