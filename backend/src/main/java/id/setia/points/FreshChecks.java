package id.setia.points;

import id.setia.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Checks the promises that can be seen among the new rows of members while they are being sealed: that each transaction
 * sums to zero per funder (a merge only with its other half, which the whole proof looks at), that its balance follows from
 * the one before, that its lots say the same as its entries, and that entries are numbered without gaps.
 */
final class FreshChecks {

    /** What the rows of one transaction say. */
    private static final class Seen {
        final boolean half;
        final long availableChange;
        final Map<UUID, Long> funders = new HashMap<>();
        final Map<LotState, Long> byEntries = new EnumMap<>(LotState.class);
        final Map<LotState, Long> byLots = new EnumMap<>(LotState.class);

        Seen(boolean half, long availableChange) {
            this.half = half;
            this.availableChange = availableChange;
        }
    }

    private final Map<SealStep.Part, Seen> transactions = new HashMap<>();
    private final Map<UUID, Long> available = new HashMap<>();
    private final Map<UUID, Long> numbers = new HashMap<>();
    private long violations;

    /** What is sealed of a member already. */
    void begin(MemberSeal before) {
        available.put(before.memberId(), before.available());
        numbers.put(before.memberId(), before.lastSeq());
    }

    void transaction(SealStep.Part part, ResultSet row) throws SQLException {
        long change = row.getLong("available_change");
        transactions.put(part, new Seen(row.getString("kind").equals(TransactionKind.MERGE.value()), change));
        long after = available.get(part.memberId()) + change;
        violates(after != row.getLong("available_after") || after < 0);
        available.put(part.memberId(), row.getLong("available_after"));
    }

    void entry(SealStep.Part part, ResultSet row) throws SQLException {
        long number = row.getLong("seq");
        violates(number != numbers.get(part.memberId()) + 1);
        numbers.put(part.memberId(), number);
        Seen seen = transactions.get(part);
        violates(seen == null);
        if (seen != null) {
            long points = row.getLong("points");
            seen.funders.merge(Sql.id(row, "funder_id"), points, Long::sum);
            switch (LedgerAccount.valueOf(row.getString("account").toUpperCase(Locale.ROOT))) {
                case AVAILABLE -> seen.byEntries.merge(LotState.AVAILABLE, points, Long::sum);
                case PENDING -> seen.byEntries.merge(LotState.PENDING, points, Long::sum);
                case HELD -> seen.byEntries.merge(LotState.HELD, points, Long::sum);
                case DEBT, ISSUED, OPENING, REDEEMED, EXPIRED, ADJUSTED -> {}
            }
        }
    }

    void lot(SealStep.Part part, ResultSet row) throws SQLException {
        moved(part, LotState.of(row.getString("first_state")), row.getLong("points"));
    }

    void movement(SealStep.Part part, ResultSet row) throws SQLException {
        moved(part, LotState.of(row.getString("state")), row.getLong("points"));
    }

    private void moved(SealStep.Part part, LotState state, long points) {
        switch (state) {
            case AVAILABLE, PENDING, HELD -> transactions.get(part).byLots.merge(state, points, Long::sum);
            case LAPSED, ADJUSTED -> {}
        }
    }

    private void violates(boolean broken) {
        violations += broken ? 1 : 0;
    }

    /** How many of the promises do not hold, once everything was seen. */
    long violations() {
        for (Seen seen : transactions.values()) {
            violates(!seen.half && seen.funders.values().stream().anyMatch(sum -> sum != 0));
            violates(seen.byEntries.getOrDefault(LotState.AVAILABLE, 0L) != seen.availableChange);
            for (LotState state : new LotState[] {LotState.AVAILABLE, LotState.PENDING, LotState.HELD}) {
                violates(!seen.byEntries.getOrDefault(state, 0L).equals(seen.byLots.getOrDefault(state, 0L)));
            }
        }
        transactions.clear();
        return violations;
    }
}
