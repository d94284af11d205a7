package id.setia.insights;

import id.setia.kernel.Batch;
import id.setia.kernel.Json;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Rows of {@code member_habit}. */
@Singleton
class HabitRows {

    private static final String BOUGHT = "bought";
    private static final SheafPart OF_ONE =
            new SheafPart("member_habit WHERE member_id = ?", List.of(), List.of(BOUGHT), List.of(), List.of());
    private static final Argument<Map<String, Long>> HABITS = Argument.mapOf(String.class, Long.class);

    private record Row(UUID memberId, String bought) {}

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            921,
            """
            INSERT INTO member_habit (member_id, bought)
            VALUES (?, ?)
            ON DUPLICATE KEY UPDATE bought = VALUES(bought)""",
            Comparator.comparing(Row::memberId),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.memberId()));
                statement.setString(2, row.bought());
            });

    private final Transactions transactions;
    private final Json json;

    HabitRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    void read(UUID memberId, Sheaf sheaf, Consumer<Map<String, Long>> reader) {
        sheaf.add(OF_ONE, List.of(memberId), row -> reader.accept(json.read(row.text(BOUGHT), HABITS)));
    }

    /**
     * Makes these the habits of all members after one up to the last; writes only what is new, since most nights change
     * little.
     */
    void replace(Optional<UUID> after, UUID last, Map<UUID, Map<String, Long>> habits) {
        transactions.write(connection -> {
            Map<UUID, String> known = select(connection, after.orElse(new UUID(0, 0)), last);
            Batch batch = new Batch();
            habits.forEach((member, bought) -> {
                String text = json.write(bought);
                if (!text.equals(known.remove(member))) {
                    batch.add(ROWS, new Row(member, text));
                }
            });
            batch.flush(connection);
            delete(known.keySet());
            return null;
        });
    }

    private static Map<UUID, String> select(Connection connection, UUID after, UUID last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, bought
                FROM member_habit
                WHERE member_id > ? AND member_id <= ?""")) {
            select.setBytes(1, UuidBytes.of(after));
            select.setBytes(2, UuidBytes.of(last));
            Map<UUID, String> known = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(Sql.id(row, "member_id"), row.getString(BOUGHT));
                }
            }
            return known;
        }
    }

    void delete(Collection<UUID> members) {
        if (members.isEmpty()) {
            return;
        }
        transactions.write(connection -> {
            List<UUID> ids = Sql.padded(members);
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM member_habit WHERE member_id IN " + Sql.places(ids))) {
                Sql.bindIds(delete, 1, ids);
                return delete.executeUpdate();
            }
        });
    }
}
