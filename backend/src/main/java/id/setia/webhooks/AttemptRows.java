package id.setia.webhooks;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The rows of attempts: only added, and removed after a month. */
final class AttemptRows {

    private static final int AT_ONCE = 1_000;

    private static final RowWriter<Attempt> ROWS = new RowWriter<>(
            940,
            """
            INSERT INTO webhook_attempt (delivery_id, number, attempted_at, status, failure, duration_millis, answer)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            Comparator.comparing(Attempt::deliveryId).thenComparing(Attempt::number),
            (statement, attempt) -> {
                statement.setBytes(1, UuidBytes.of(attempt.deliveryId()));
                statement.setInt(2, attempt.number());
                statement.setObject(3, Sql.time(attempt.at()));
                statement.setObject(4, attempt.status().isPresent() ? attempt.status().getAsInt() : null);
                statement.setString(5, attempt.failure().map(SendFailure::value).orElse(null));
                statement.setInt(6, (int) attempt.took().toMillis());
                statement.setString(7, attempt.answer());
            });

    private AttemptRows() {}

    static void add(Batch batch, Attempt attempt) {
        batch.add(ROWS, attempt);
    }

    /** The attempts of deliveries, each delivery's in their order. */
    static Map<UUID, List<Attempt>> of(Connection connection, Collection<UUID> deliveries) throws SQLException {
        Map<UUID, List<Attempt>> found = new HashMap<>();
        if (deliveries.isEmpty()) {
            return found;
        }
        List<UUID> asked = Sql.padded(deliveries);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT delivery_id, number, attempted_at, status, failure, duration_millis, answer
                FROM webhook_attempt
                WHERE delivery_id IN\s""" + Sql.places(asked) + "\nORDER BY delivery_id, number")) {
            Sql.bindIds(select, 1, asked);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID delivery = Sql.id(row, "delivery_id");
                    found.computeIfAbsent(delivery, ignored -> new ArrayList<>()).add(attempt(delivery, row));
                }
            }
        }
        return found;
    }

    private static Attempt attempt(UUID delivery, ResultSet row) throws SQLException {
        Integer status = row.getObject("status", Integer.class);
        return new Attempt(
                delivery,
                row.getInt("number"),
                Sql.instant(row, "attempted_at"),
                status == null ? OptionalInt.empty() : OptionalInt.of(status),
                Optional.ofNullable(row.getString("failure")).map(SendFailure::of),
                Duration.ofMillis(row.getInt("duration_millis")),
                row.getString("answer"));
    }

    /** Removes those made before the moment; answers whether there may be more. */
    static boolean deleteBefore(Connection connection, Instant moment) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM webhook_attempt WHERE attempted_at < ? LIMIT " + AT_ONCE)) {
            delete.setObject(1, Sql.time(moment));
            return delete.executeUpdate() == AT_ONCE;
        }
    }
}
