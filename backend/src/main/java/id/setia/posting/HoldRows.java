package id.setia.posting;

import id.setia.kernel.Batch;
import id.setia.kernel.Cursor;
import id.setia.kernel.Json;
import id.setia.kernel.Page;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.SetAside;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of holds; who changes one holds the lock of its member, and reads it again under that lock. */
@Singleton
class HoldRows {

    private static final String COLUMNS = """
            SELECT id, member_id, state, points, confirmed_points, given_back, lots, purpose, reference, partner_id,
              store_id, client_id, purchase_id, proof, created_at, expires_at, ended_at, version
            FROM points_hold
            """;

    private static final UUID LAST = new UUID(-1, -1);

    private record Row(Hold hold, String lots) {}

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            620,
            """
            INSERT INTO points_hold (
              id, member_id, state, points, confirmed_points, given_back, lots, purpose, reference, partner_id, store_id,
              client_id, purchase_id, proof, created_at, expires_at, ended_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              member_id = VALUES(member_id), lots = VALUES(lots), state = VALUES(state), confirmed_points = VALUES(confirmed_points), given_back = VALUES(given_back),
              purchase_id = VALUES(purchase_id), ended_at = VALUES(ended_at), version = VALUES(version)""",
            Comparator.comparing(row -> row.hold().id()),
            (statement, row) -> {
                Hold hold = row.hold();
                statement.setBytes(1, UuidBytes.of(hold.id()));
                statement.setBytes(2, UuidBytes.of(hold.memberId()));
                statement.setString(3, hold.state().value());
                statement.setLong(4, hold.points());
                statement.setLong(5, hold.confirmedPoints());
                statement.setLong(6, hold.givenBack());
                statement.setString(7, row.lots());
                statement.setString(8, hold.purpose().value());
                statement.setString(9, hold.reference().orElse(null));
                statement.setBytes(10, UuidBytes.of(hold.partnerId()));
                statement.setBytes(11, UuidBytes.of(hold.storeId().orElse(null)));
                statement.setBytes(12, UuidBytes.of(hold.clientId()));
                statement.setBytes(13, UuidBytes.of(hold.purchaseId().orElse(null)));
                statement.setString(14, hold.proof());
                statement.setObject(15, Sql.time(hold.createdAt()));
                statement.setObject(16, Sql.time(hold.expiresAt()));
                statement.setObject(17, Sql.time(hold.endedAt().orElse(null)));
                statement.setLong(18, hold.version());
            });

    private final Transactions transactions;
    private final Json json;

    HoldRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    void put(Batch batch, Hold hold) {
        batch.add(ROWS, new Row(hold, json.write(hold.lots())));
    }

    Optional<Hold> find(UUID id) {
        return Optional.ofNullable(find(Set.of(id)).get(id));
    }

    /** Holds by id; those not there are missing. */
    Map<UUID, Hold> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        List<UUID> asked = Sql.padded(ids);
        return read(COLUMNS + "WHERE id IN " + Sql.places(asked), select -> Sql.bindIds(select, 1, asked));
    }

    /** The members' holds whose time is over and that are still open, by id. */
    Map<UUID, Hold> overdue(Collection<UUID> members, Instant now) {
        if (members.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = Sql.padded(members);
        return read(COLUMNS + "WHERE member_id IN " + Sql.places(ids) + " AND state = 'open' AND expires_at <= ?", select -> {
            int place = Sql.bindIds(select, 1, ids);
            select.setObject(place, Sql.time(now));
        });
    }

    /** The member's open holds, whose lots and member change with a merge. */
    Collection<Hold> open(UUID memberId) {
        return read(
                        COLUMNS + "WHERE member_id = ? AND state = 'open'",
                        select -> select.setBytes(1, UuidBytes.of(memberId)))
                .values();
    }

    /** Everybody's whose time is not over, the one that ends next first. */
    Page<Hold> open(Instant now, Optional<String> cursor, int limit) {
        String[] place = cursor.map(Cursor::place).orElse(now + "/" + LAST).split("/", 2);
        Instant end = Cursor.instant(place[0]);
        UUID last = Cursor.id(place[place.length - 1]);
        List<Hold> found = List.copyOf(read(
                        COLUMNS + """
                        WHERE state = 'open' AND expires_at >= ? AND (expires_at > ? OR id > ?)
                        ORDER BY expires_at, id
                        LIMIT ?""",
                        select -> {
                            select.setObject(1, Sql.time(end));
                            select.setObject(2, Sql.time(end));
                            select.setBytes(3, UuidBytes.of(last));
                            select.setInt(4, limit + 1);
                        })
                .values());
        return Page.of(found, limit, hold -> Cursor.of(hold.expiresAt() + "/" + hold.id()));
    }

    /** Everybody's, those that ended first first. */
    Collection<Hold> overdue(Instant now, int limit) {
        return read(COLUMNS + "WHERE state = 'open' AND expires_at <= ? ORDER BY expires_at LIMIT ?", select -> {
                    select.setObject(1, Sql.time(now));
                    select.setInt(2, limit);
                })
                .values();
    }

    @FunctionalInterface
    private interface Bound {
        void to(PreparedStatement select) throws SQLException;
    }

    private Map<UUID, Hold> read(String sql, Bound bound) {
        return transactions.read(connection -> {
            Map<UUID, Hold> found = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bound.to(select);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Hold hold = hold(row);
                        found.put(hold.id(), hold);
                    }
                }
            }
            return found;
        });
    }

    private Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                Sql.id(row, "id"),
                Sql.id(row, "member_id"),
                HoldState.of(row.getString("state")),
                row.getLong("points"),
                row.getLong("confirmed_points"),
                row.getLong("given_back"),
                json.read(row.getString("lots"), SetAside.class),
                HoldPurpose.of(row.getString("purpose")),
                Optional.ofNullable(row.getString("reference")),
                Sql.id(row, "partner_id"),
                Optional.ofNullable(Sql.id(row, "store_id")),
                Sql.id(row, "client_id"),
                Optional.ofNullable(Sql.id(row, "purchase_id")),
                row.getString("proof"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"),
                Optional.ofNullable(Sql.instant(row, "ended_at")),
                row.getLong("version"));
    }
}
