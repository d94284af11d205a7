package id.setia.earning;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
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

    /** Adds members' rows to the sheaf; known once that is read. */
    static Map<Key, CapCounts> read(Collection<UUID> members, Sheaf sheaf) {
        Map<Key, CapCounts> found = new HashMap<>();
        if (!members.isEmpty()) {
            List<UUID> ids = Sql.padded(members);
            SheafPart part = new SheafPart(
                    "earning_counter WHERE member_id IN " + Sql.places(ids),
                    List.of("member_id", "rule_id"),
                    List.of("used"),
                    List.of(),
                    List.of());
            sheaf.add(part, ids, row ->
                    found.put(new Key(row.id("member_id"), row.id("rule_id")), CapCounts.parse(row.text("used"))));
        }
        return found;
    }

    static void add(Batch batch, Key key, CapCounts counts) {
        batch.add(ROWS, new Row(key, counts));
    }
}
