package id.setia.posting;

import id.setia.kernel.Batch;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The acts that are kept: added with their effect, never changed. */
@Singleton
class Corrections {

    private static final RowWriter<Correction> ROWS = new RowWriter<>(
            600,
            """
            INSERT INTO correction (
              id, program_date, at, kind, actor_kind, actor_id, store_id, terminal_id, cashier, member_id,
              other_member_id, document_id, points, debt, reason, explanation)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            Comparator.comparing(Correction::id),
            Corrections::bind);

    private static final String COLUMNS = """
            SELECT id, program_date, at, kind, actor_id, store_id, terminal_id, cashier, member_id, other_member_id,
              document_id, points, debt, reason, explanation
            FROM correction
            """;

    private final Transactions transactions;

    Corrections(Transactions transactions) {
        this.transactions = transactions;
    }

    void add(Batch batch, Correction correction) {
        batch.add(ROWS, correction);
    }

    private static void bind(Places statement, Correction correction) throws SQLException {
        Correction.Actor actor = correction.actor();
        statement.setBytes(1, UuidBytes.of(correction.id()));
        statement.setObject(2, correction.programDate());
        statement.setObject(3, Sql.time(correction.at()));
        statement.setString(4, correction.kind().value());
        statement.setString(5, actor.staffId().isPresent() ? "staff" : "till");
        statement.setBytes(6, UuidBytes.of(actor.staffId().orElse(null)));
        statement.setBytes(7, UuidBytes.of(actor.storeId().orElse(null)));
        statement.setBytes(8, UuidBytes.of(actor.terminalId().orElse(null)));
        statement.setString(9, actor.cashier().orElse(null));
        statement.setBytes(10, UuidBytes.of(correction.memberId().orElse(null)));
        statement.setBytes(11, UuidBytes.of(correction.otherMemberId().orElse(null)));
        statement.setBytes(12, UuidBytes.of(correction.documentId().orElse(null)));
        statement.setLong(13, correction.points());
        statement.setLong(14, correction.debt());
        statement.setString(15, correction.reason().map(CorrectionReason::value).orElse(""));
        statement.setString(16, correction.explanation());
    }

    Optional<Correction> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    Map<UUID, Correction> find(Collection<UUID> ids) {
        Map<UUID, Correction> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        read(COLUMNS + "WHERE id IN " + Sql.places(ids), select -> Sql.bindIds(select, 1, ids))
                .forEach(correction -> found.put(correction.id(), correction));
        return found;
    }

    /** The acts of one person or one cashier on a day, in the order of doing. */
    List<Correction> of(Correction.Actor actor, LocalDate day) {
        if (actor.staffId().isPresent()) {
            return read(COLUMNS + "WHERE actor_id = ? AND program_date = ? ORDER BY id", select -> {
                select.setBytes(1, UuidBytes.of(actor.staffId().get()));
                select.setObject(2, day);
            });
        }
        String sameCashier = actor.cashier().isPresent() ? "cashier = ?" : "cashier IS NULL";
        return read(
                COLUMNS + "WHERE actor_kind = 'till' AND store_id = ? AND " + sameCashier
                        + " AND program_date = ? ORDER BY id",
                select -> {
                    int place = 1;
                    select.setBytes(place++, UuidBytes.of(actor.storeId().orElseThrow()));
                    if (actor.cashier().isPresent()) {
                        select.setString(place++, actor.cashier().get());
                    }
                    select.setObject(place, day);
                })
                .stream()
                .filter(correction -> correction.actor().terminalId().equals(actor.terminalId()))
                .toList();
    }

    /** Acts of one kind of one actor on a day, with their points. */
    record Count(Correction.Actor actor, CorrectionKind kind, long acts, long points) {}

    /** All acts of a day, counted; staff by person, tills by store, terminal and cashier. */
    List<Count> counts(LocalDate day, Optional<Collection<UUID>> stores) {
        if (stores.filter(Collection::isEmpty).isPresent()) {
            return List.of();
        }
        String ofStores = stores.map(some -> " AND store_id IN " + Sql.places(some)).orElse("");
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT actor_id, store_id, terminal_id, cashier, kind, COUNT(*) AS acts, SUM(ABS(points)) AS points
                    FROM correction
                    WHERE program_date = ?""" + ofStores + """

                    GROUP BY actor_id, store_id, terminal_id, cashier, kind""")) {
                select.setObject(1, day);
                if (stores.isPresent()) {
                    Sql.bindIds(select, 2, stores.get());
                }
                List<Count> counts = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        counts.add(new Count(
                                actor(row),
                                CorrectionKind.of(row.getString("kind")),
                                row.getLong("acts"),
                                row.getLong("points")));
                    }
                }
                return counts;
            }
        });
    }

    /** How many purchases a terminal attached on a day: one read of an index. */
    long attachmentsOfTerminal(UUID terminalId, LocalDate day) {
        return count("""
                SELECT COUNT(*) AS acts
                FROM correction
                WHERE terminal_id = ? AND program_date = ? AND kind = 'attachment' AND actor_kind = 'till'""", select -> {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setObject(2, day);
        });
    }

    /** How many purchases a cashier of a store attached on a day: one read of an index. */
    long attachmentsOfCashier(UUID storeId, String cashier, LocalDate day) {
        return count("""
                SELECT COUNT(*) AS acts
                FROM correction
                WHERE store_id = ? AND cashier = ? AND program_date = ? AND kind = 'attachment'
                  AND actor_kind = 'till'""", select -> {
            select.setBytes(1, UuidBytes.of(storeId));
            select.setString(2, cashier);
            select.setObject(3, day);
        });
    }

    @FunctionalInterface
    private interface Bound {
        void to(PreparedStatement select) throws SQLException;
    }

    private long count(String sql, Bound bound) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bound.to(select);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong("acts");
                }
            }
        });
    }

    private List<Correction> read(String sql, Bound bound) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bound.to(select);
                List<Correction> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(correction(row));
                    }
                }
                return found;
            }
        });
    }

    private static Correction correction(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Correction(
                Sql.id(row, "id"),
                row.getObject("program_date", LocalDate.class),
                Sql.instant(row, "at"),
                CorrectionKind.of(row.getString("kind")),
                actor(row),
                Optional.ofNullable(Sql.id(row, "member_id")),
                Optional.ofNullable(Sql.id(row, "other_member_id")),
                Optional.ofNullable(Sql.id(row, "document_id")),
                row.getLong("points"),
                row.getLong("debt"),
                reason.isEmpty() ? Optional.empty() : Optional.of(CorrectionReason.of(reason)),
                row.getString("explanation"));
    }

    private static Correction.Actor actor(ResultSet row) throws SQLException {
        return new Correction.Actor(
                Optional.ofNullable(Sql.id(row, "actor_id")),
                Optional.ofNullable(Sql.id(row, "store_id")),
                Optional.ofNullable(Sql.id(row, "terminal_id")),
                Optional.ofNullable(row.getString("cashier")));
    }
}
