package id.setia.care;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cases as they are kept. */
@Singleton
class CareCases {

    private static final String COLUMNS = """
            SELECT id, member_id, kind, state, outcome, store_id, business_date, receipt_number, total, purchase_id, points,
              version, opened_at, waiting_since, answered_at
            FROM care_case
            """;
    private static final int SHOWN_TO_MEMBER = 100;

    private final Transactions transactions;

    CareCases(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Adds the case; false when the member has reported the receipt before. */
    boolean add(Connection connection, CareCase opened) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO care_case (
                  id, member_id, kind, state, outcome, store_id, business_date, receipt_number, total, receipt_hash,
                  purchase_id, points, version, opened_at, waiting_since, answered_at)
                VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, NULL, 0, ?, ?, ?, NULL)""")) {
            insert.setBytes(1, UuidBytes.of(opened.id()));
            insert.setBytes(2, UuidBytes.of(opened.memberId()));
            insert.setString(3, opened.kind().value());
            insert.setString(4, opened.state().value());
            insert.setBytes(5, UuidBytes.of(opened.receipt().storeId()));
            insert.setObject(6, opened.receipt().businessDate());
            insert.setString(7, opened.receipt().number());
            insert.setLong(8, opened.receipt().total());
            insert.setBytes(9, opened.receipt().fingerprint());
            insert.setLong(10, opened.version());
            insert.setObject(11, Sql.time(opened.openedAt()));
            insert.setObject(12, Sql.time(opened.waitingSince()));
            insert.executeUpdate();
            return true;
        } catch (SQLException error) {
            if (Sql.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    /** Writes what became of a case read under lock. */
    void change(Connection connection, CareCase changed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE care_case
                SET state = ?, outcome = ?, purchase_id = ?, points = ?, version = ?, waiting_since = ?, answered_at = ?
                WHERE id = ?""")) {
            update.setString(1, changed.state().value());
            update.setString(2, changed.outcome().map(CaseOutcome::value).orElse(null));
            update.setBytes(3, UuidBytes.of(changed.purchaseId().orElse(null)));
            update.setLong(4, changed.points());
            update.setLong(5, changed.version());
            update.setObject(6, Sql.time(changed.waitingSince()));
            update.setObject(7, Sql.time(changed.answeredAt().orElse(null)));
            update.setBytes(8, UuidBytes.of(changed.id()));
            update.executeUpdate();
        }
    }

    Optional<CareCase> find(UUID id) {
        return transactions.read(connection -> one(connection, COLUMNS + "WHERE id = ?", UuidBytes.of(id)));
    }

    Optional<CareCase> lock(Connection connection, UUID id) throws SQLException {
        return one(connection, COLUMNS + "WHERE id = ? FOR UPDATE", UuidBytes.of(id));
    }

    Optional<CareCase> ofReceipt(UUID memberId, ClaimedReceipt receipt) {
        return transactions.read(connection -> one(
                connection,
                COLUMNS + "WHERE member_id = ? AND receipt_hash = ?",
                UuidBytes.of(memberId),
                receipt.fingerprint()));
    }

    private static Optional<CareCase> one(Connection connection, String sql, byte[]... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                select.setBytes(index + 1, values[index]);
            }
            return read(select).stream().findFirst();
        }
    }

    /** A member's cases, the latest first. */
    List<CareCase> ofMember(UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(COLUMNS + "WHERE member_id = ? ORDER BY opened_at DESC, id DESC LIMIT ?")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setInt(2, SHOWN_TO_MEMBER);
                return read(select);
            }
        });
    }

    /** Cases in a state, those that wait longest first. */
    Page<CareCase> queue(CaseState state, Optional<String> cursor, int limit) {
        String[] place = cursor.map(Cursor::place).orElse(Instant.EPOCH + " " + new UUID(0, 0)).split(" ");
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                    WHERE state = ? AND (waiting_since > ? OR waiting_since = ? AND id > ?)
                    ORDER BY waiting_since, id
                    LIMIT ?""")) {
                select.setString(1, state.value());
                select.setObject(2, Sql.time(moment(place)));
                select.setObject(3, Sql.time(moment(place)));
                select.setBytes(4, UuidBytes.of(id(place)));
                select.setInt(5, limit + 1);
                return Page.of(read(select), limit, found -> Cursor.of(found.waitingSince() + " " + found.id()));
            }
        });
    }

    private static Instant moment(String[] place) {
        try {
            return Instant.parse(place[0]);
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    private static UUID id(String[] place) {
        try {
            return UUID.fromString(place.length == 2 ? place[1] : "");
        } catch (IllegalArgumentException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    private static List<CareCase> read(PreparedStatement select) throws SQLException {
        List<CareCase> cases = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                cases.add(new CareCase(
                        Sql.id(row, "id"),
                        Sql.id(row, "member_id"),
                        CaseKind.of(row.getString("kind")),
                        CaseState.of(row.getString("state")),
                        Optional.ofNullable(row.getString("outcome")).map(CaseOutcome::of),
                        new ClaimedReceipt(
                                Sql.id(row, "store_id"),
                                row.getObject("business_date", LocalDate.class),
                                row.getString("receipt_number"),
                                row.getLong("total")),
                        Optional.ofNullable(Sql.id(row, "purchase_id")),
                        row.getLong("points"),
                        row.getLong("version"),
                        Sql.instant(row, "opened_at"),
                        Sql.instant(row, "waiting_since"),
                        Optional.ofNullable(Sql.instant(row, "answered_at"))));
            }
        }
        return cases;
    }
}
