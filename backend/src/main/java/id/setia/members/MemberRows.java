package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of members. */
final class MemberRows {

    /** What {@link #row} reads of {@code member m}. */
    static final String COLUMNS = "m.id, m.state, m.name, m.birth_date, m.language, m.password_hash, m.enrolled_by,"
            + " m.merged_into, m.joined_at";

    private MemberRows() {}

    /**
     * A row of {@code member}.
     *
     * @param enrolledBy {@code self}, {@code import} or {@code till}
     */
    record Row(
            UUID id,
            MemberState state,
            String name,
            Optional<LocalDate> birthDate,
            String language,
            Optional<String> passwordHash,
            String enrolledBy,
            Optional<UUID> mergedInto,
            Instant joinedAt) {

        FoundMember found() {
            return new FoundMember(id, state, birthDate, language, name);
        }
    }

    static void insert(Connection connection, Collection<Row> rows, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO member (
                  id, state, name, birth_date, language, password_hash, enrolled_by, merged_into, joined_at, version,
                  changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, 1, ?)""")) {
            for (List<Row> chunk : chunks(rows)) {
                for (Row row : chunk) {
                    insert.setBytes(1, UuidBytes.of(row.id()));
                    insert.setString(2, row.state().value());
                    insert.setString(3, row.name());
                    insert.setObject(4, row.birthDate().orElse(null));
                    insert.setString(5, row.language());
                    insert.setString(6, row.passwordHash().orElse(null));
                    insert.setString(7, row.enrolledBy());
                    insert.setObject(8, Sql.time(row.joinedAt()));
                    insert.setObject(9, Sql.time(now));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    /** Makes an unclaimed member active as who they say they are; false when they are not unclaimed any more. */
    static boolean claim(Connection connection, NewMember claiming, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member
                SET state = 'active', name = ?, birth_date = ?, language = ?, password_hash = ?, version = version + 1,
                    changed_at = ?
                WHERE id = ? AND state = 'unclaimed'""")) {
            update.setString(1, claiming.name());
            update.setObject(2, claiming.birthDate().orElse(null));
            update.setString(3, claiming.language());
            update.setString(4, claiming.passwordHash().orElse(null));
            update.setObject(5, Sql.time(now));
            update.setBytes(6, UuidBytes.of(claiming.id()));
            return update.executeUpdate() == 1;
        }
    }

    static Map<UUID, Row> select(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, Row> found = new HashMap<>();
        for (List<UUID> some : chunks(ids)) {
            List<UUID> chunk = Sql.padded(some);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + COLUMNS + " FROM member m WHERE m.id IN " + Sql.places(chunk))) {
                Sql.bindIds(select, 1, chunk);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Row read = row(row);
                        found.put(read.id(), read);
                    }
                }
            }
        }
        return found;
    }

    static Map<UUID, Instant> joinedAt(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, Instant> joined = new HashMap<>();
        for (List<UUID> chunk : chunks(ids)) {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, joined_at
                    FROM member
                    WHERE id IN """ + " " + Sql.places(chunk))) {
                Sql.bindIds(select, 1, chunk);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        joined.put(Sql.id(row, "id"), Sql.instant(row, "joined_at"));
                    }
                }
            }
        }
        return joined;
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.id(row, "id"),
                MemberState.of(row.getString("state")),
                row.getString("name"),
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                row.getString("language"),
                Optional.ofNullable(row.getString("password_hash")),
                row.getString("enrolled_by"),
                Optional.ofNullable(Sql.id(row, "merged_into")),
                Sql.instant(row, "joined_at"));
    }

    /** At most so many at once as a statement carries. */
    static <T> List<List<T>> chunks(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += 1_000) {
            chunks.add(all.subList(start, Math.min(all.size(), start + 1_000)));
        }
        return chunks;
    }
}
