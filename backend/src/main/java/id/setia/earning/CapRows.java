package id.setia.earning;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of {@code earning_counter}: read and written under the member's lock, all rules of all members in one statement. */
final class CapRows {

    /** Of which member and rule a row is. */
    record Key(UUID member, UUID rule) {}

    private record Row(Key key, CapCounts counts) {}

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            570,
            """
            INSERT INTO earning_counter (member_id, rule_id, used)
            VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE used = VALUES(used)""",
            Comparator.comparing((Row row) -> row.key().member()).thenComparing(row -> row.key().rule()),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.key().member()));
                statement.setBytes(2, UuidBytes.of(row.key().rule()));
                statement.setString(3, row.counts().format());
            });

    private CapRows() {}

    static Map<Key, CapCounts> of(Connection connection, Collection<UUID> members) throws SQLException {
        Map<Key, CapCounts> found = new HashMap<>();
        if (members.isEmpty()) {
            return found;
        }
        List<UUID> ids = Sql.padded(members);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, rule_id, used
                FROM earning_counter
                WHERE member_id IN\s""" + Sql.places(ids))) {
            Sql.bindIds(select, 1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new Key(Sql.id(row, "member_id"), Sql.id(row, "rule_id")),
                            CapCounts.parse(row.getString("used")));
                }
            }
        }
        return found;
    }

    private static final SheafPart PART = new SheafPart(
            "earning_counter WHERE member_id = ?",
            List.of("member_id", "rule_id"),
            List.of("used"),
            List.of(),
            List.of());

    /** Adds a member's rows to the sheaf; known once that is read. */
    static Map<Key, CapCounts> read(UUID memberId, Sheaf sheaf) {
        Map<Key, CapCounts> found = new HashMap<>();
        sheaf.add(PART, List.of(memberId), row ->
                found.put(new Key(row.id("member_id"), row.id("rule_id")), CapCounts.parse(row.text("used"))));
        return found;
    }

    static void add(Batch batch, Key key, CapCounts counts) {
        batch.add(ROWS, new Row(key, counts));
    }
}
