package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.Json;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Rows of {@code standing}: written once, never changed. */
@Singleton
class StandingRows {

    private static final int MOST_REASONS = 2_000;
    private static final StandingReason UNREAD = new StandingReason(0, "", "", 1, 0);

    private final Transactions transactions;
    private final Json json;
    private final Map<String, StandingReason> reasons = new ConcurrentHashMap<>();
    private final RowWriter<Standing> rows;

    StandingRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
        this.rows = new RowWriter<>(
                700,
                """
                INSERT INTO standing (
                  member_id, effective_from, recorded_at, id, tier_code, cause, run_month, reason, holds_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Comparator.comparing(Standing::memberId).thenComparing(Standing::id),
                this::bind);
    }

    List<Standing> of(Collection<UUID> members) {
        Sheaf sheaf = new Sheaf();
        List<Standing> found = read(members, sheaf);
        transactions.read(sheaf);
        return found;
    }

    /** Adds members' standings to the sheaf, in no order; known once that is read. */
    List<Standing> read(Collection<UUID> members, Sheaf sheaf) {
        List<Standing> found = new ArrayList<>();
        if (!members.isEmpty()) {
            List<UUID> ids = Sql.padded(members);
            SheafPart part = new SheafPart(
                    "standing WHERE member_id IN " + Sql.places(ids),
                    List.of("id", "member_id"),
                    List.of("tier_code", "cause", "run_month", "reason"),
                    List.of(),
                    List.of("effective_from", "recorded_at", "holds_until"));
            sheaf.add(part, ids, row -> found.add(standing(row)));
        }
        return found;
    }

    /** Those of members after one up to another, without their reasons; in no order. */
    List<Standing> between(Optional<UUID> after, UUID until) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, member_id, effective_from, recorded_at, tier_code, cause, run_month, holds_until
                    FROM standing
                    WHERE member_id > ? AND member_id <= ?""")) {
                select.setBytes(1, UuidBytes.of(after.orElse(new UUID(0, 0))));
                select.setBytes(2, UuidBytes.of(until));
                List<Standing> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(unread(row));
                    }
                }
                return found;
            }
        });
    }

    private Standing standing(Sheaf.Row row) throws SQLException {
        return new Standing(
                row.id("id"),
                row.id("member_id"),
                row.instant("effective_from"),
                row.instant("recorded_at"),
                row.text("tier_code"),
                StandingCause.of(row.text("cause")),
                YearMonth.parse(row.text("run_month")),
                reason(row.text("reason")),
                Optional.ofNullable(row.instant("holds_until")));
    }

    /** Most members have the same few. */
    private StandingReason reason(String text) {
        StandingReason known = reasons.get(text);
        if (known != null) {
            return known;
        }
        StandingReason read = json.read(text, StandingReason.class);
        if (reasons.size() < MOST_REASONS) {
            reasons.put(text, read);
        }
        return read;
    }

    private static Standing unread(ResultSet row) throws SQLException {
        return new Standing(
                Sql.id(row, "id"),
                Sql.id(row, "member_id"),
                Sql.instant(row, "effective_from"),
                Sql.instant(row, "recorded_at"),
                row.getString("tier_code"),
                StandingCause.of(row.getString("cause")),
                YearMonth.parse(row.getString("run_month")),
                UNREAD,
                Optional.ofNullable(Sql.instant(row, "holds_until")));
    }

    void add(Batch batch, Standing standing) {
        batch.add(rows, standing);
    }

    private void bind(Places statement, Standing standing) throws SQLException {
        statement.setBytes(1, UuidBytes.of(standing.memberId()));
        statement.setObject(2, Sql.time(standing.effectiveFrom()));
        statement.setObject(3, Sql.time(standing.recordedAt()));
        statement.setBytes(4, UuidBytes.of(standing.id()));
        statement.setString(5, standing.tierCode());
        statement.setString(6, standing.cause().value());
        statement.setString(7, standing.runMonth().toString());
        statement.setString(8, json.write(standing.reason()));
        statement.setObject(9, Sql.time(standing.holdsUntil().orElse(null)));
    }
}
