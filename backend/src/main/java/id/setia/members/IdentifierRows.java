package id.setia.members;

import id.setia.kernel.Batch;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of identifiers: what members are known by. */
final class IdentifierRows {

    static final String ACTIVE = "active";

    private IdentifierRows() {}

    /** A row of {@code member_identifier}. */
    record Row(
            MemberReference reference,
            UUID memberId,
            String state,
            Optional<String> label,
            boolean main,
            boolean maySpend) {}

    private static final String INSERT = """
            INSERT INTO member_identifier (
              kind, issuer, value, member_id, state, label, main, may_spend, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private record NewRow(Row row, Instant createdAt) {}

    private static final RowWriter<NewRow> ROWS = new RowWriter<>(
            320,
            INSERT,
            Comparator.comparing((NewRow added) -> added.row().reference().kind().value())
                    .thenComparing(added -> added.row().reference().issuer())
                    .thenComparing(added -> added.row().reference().value()),
            (statement, added) -> bind(statement, added.row(), added.createdAt()));

    static void add(Batch batch, Row row, Instant now) {
        batch.add(ROWS, new NewRow(row, now));
    }

    /** Writes the rows; false when one of them is taken, and then some may be written. */
    static boolean insert(Connection connection, Collection<Row> rows, Instant now) throws SQLException {
        Batch batch = new Batch();
        rows.forEach(row -> add(batch, row, now));
        try {
            batch.flush(connection);
            return true;
        } catch (SQLException error) {
            if (Sql.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    private static void bind(Places insert, Row row, Instant now) throws SQLException {
        insert.setString(1, row.reference().kind().value());
        insert.setBytes(2, row.reference().issuerBytes());
        insert.setBytes(3, row.reference().valueBytes());
        insert.setBytes(4, UuidBytes.of(row.memberId()));
        insert.setString(5, row.state());
        insert.setString(6, row.label().orElse(null));
        insert.setBoolean(7, row.main());
        insert.setBoolean(8, row.maySpend());
        insert.setObject(9, Sql.time(now));
    }

    /** Whose the references are, as far as they are anybody's and not blocked. */
    static Map<MemberReference, UUID> holders(Connection connection, Collection<MemberReference> references)
            throws SQLException {
        return find(connection, references, "i.member_id", "", row -> Sql.id(row, "member_id"));
    }

    /** The same with the members' own rows. */
    static Map<MemberReference, MemberRows.Row> members(Connection connection, Collection<MemberReference> references)
            throws SQLException {
        return find(connection, references, MemberRows.COLUMNS, " JOIN member m ON m.id = i.member_id", MemberRows::row);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Map<MemberReference, T> find(
            Connection connection, Collection<MemberReference> references, String columns, String joined, Reading<T> reading)
            throws SQLException {
        Map<MemberReference, T> found = new HashMap<>();
        for (List<MemberReference> some : MemberRows.chunks(references)) {
            List<MemberReference> chunk = Sql.padded(some);
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT i.kind, i.issuer, i.value, %s
                    FROM member_identifier i%s
                    WHERE i.state = 'active' AND (i.kind, i.issuer, i.value) IN (""".formatted(columns, joined)
                    + String.join(", ", Collections.nCopies(chunk.size(), "(?, ?, ?)")) + ")")) {
                int place = 1;
                for (MemberReference reference : chunk) {
                    select.setString(place++, reference.kind().value());
                    select.setBytes(place++, reference.issuerBytes());
                    select.setBytes(place++, reference.valueBytes());
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(reference(row), reading.of(row));
                    }
                }
            }
        }
        return found;
    }

    static List<Row> of(Connection connection, UUID memberId) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT kind, issuer, value, state, label, main, may_spend
                FROM member_identifier
                WHERE member_id = ?
                ORDER BY main DESC, created_at, value""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Row(
                            reference(row),
                            memberId,
                            row.getString("state"),
                            Optional.ofNullable(row.getString("label")),
                            row.getBoolean("main"),
                            row.getBoolean("may_spend")));
                }
            }
        }
        return found;
    }

    private static MemberReference reference(ResultSet row) throws SQLException {
        return new MemberReference(
                MemberReference.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new String(row.getBytes("issuer"), StandardCharsets.UTF_8),
                new String(row.getBytes("value"), StandardCharsets.UTF_8));
    }
}
