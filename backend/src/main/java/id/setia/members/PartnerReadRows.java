package id.setia.members;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of what partners read of members. */
final class PartnerReadRows {

    private static final RowWriter<Map.Entry<PartnerReads.Key, PartnerReads.Tally>> ROWS = new RowWriter<>(
            1,
            """
            INSERT INTO profile_read (
              member_id, read_hour, api_client_id, partner_id, terminal_id, operation_bits, field_bits, read_count, last_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              operation_bits = operation_bits | VALUES(operation_bits),
              field_bits = field_bits | VALUES(field_bits),
              read_count = read_count + VALUES(read_count),
              last_at = CASE WHEN last_at < VALUES(last_at) THEN VALUES(last_at) ELSE last_at END""",
            Comparator.comparing((Map.Entry<PartnerReads.Key, PartnerReads.Tally> row) -> row.getKey().memberId())
                    .thenComparing(row -> row.getKey().hour())
                    .thenComparing(row -> row.getKey().clientId()),
            (statement, row) -> {
                PartnerReads.Tally tally = row.getValue();
                statement.setBytes(1, UuidBytes.of(row.getKey().memberId()));
                statement.setObject(2, Sql.time(row.getKey().hour()));
                statement.setBytes(3, UuidBytes.of(row.getKey().clientId()));
                statement.setBytes(4, UuidBytes.of(tally.partnerId()));
                statement.setBytes(5, UuidBytes.of(tally.terminalId().orElse(null)));
                statement.setLong(6, tally.operations());
                statement.setLong(7, tally.fields());
                statement.setLong(8, tally.reads());
                statement.setObject(9, Sql.time(tally.lastAt()));
            });

    static final int MOST_DELETED = 1_000;

    private PartnerReadRows() {}

    static void add(Connection connection, Collection<Map.Entry<PartnerReads.Key, PartnerReads.Tally>> rows)
            throws SQLException {
        Batch batch = new Batch();
        rows.forEach(row -> batch.add(ROWS, row));
        batch.flush(connection);
    }

    /** Where a page ended. */
    record Place(Instant hour, UUID clientId, UUID memberId) {

        static Place of(PartnerRead read) {
            return new Place(read.hour(), read.clientId(), read.memberId());
        }

        String text() {
            return hour.getEpochSecond() + " " + clientId + " " + memberId;
        }

        /** Nothing where the text is of no place. */
        static Optional<Place> parse(String text) {
            String[] parts = text.split(" ");
            try {
                return parts.length == 3
                        ? Optional.of(new Place(
                                Instant.ofEpochSecond(Math.clamp(Long.parseLong(parts[0]), 0, Integer.MAX_VALUE * 2L)),
                                UUID.fromString(parts[1]),
                                UUID.fromString(parts[2])))
                        : Optional.empty();
            } catch (IllegalArgumentException error) {
                return Optional.empty();
            }
        }
    }

    /** The latest hours first; what was read of a membership that was merged stands under its own id. */
    static List<PartnerRead> page(Connection connection, Collection<UUID> family, Optional<Place> after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, read_hour, api_client_id, partner_id, terminal_id, operation_bits, field_bits, read_count, last_at
                FROM profile_read
                WHERE member_id IN\s""" + Sql.places(family)
                + (after.isPresent()
                        ? """

                         AND (read_hour < ?
                           OR read_hour = ? AND (api_client_id > ? OR api_client_id = ? AND member_id > ?))"""
                        : "")
                + """

                ORDER BY read_hour DESC, api_client_id, member_id
                LIMIT\s""" + limit)) {
            int place = Sql.bindIds(select, 1, family);
            if (after.isPresent()) {
                select.setObject(place++, Sql.time(after.get().hour()));
                select.setObject(place++, Sql.time(after.get().hour()));
                select.setBytes(place++, UuidBytes.of(after.get().clientId()));
                select.setBytes(place++, UuidBytes.of(after.get().clientId()));
                select.setBytes(place, UuidBytes.of(after.get().memberId()));
            }
            List<PartnerRead> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new PartnerRead(
                            Sql.id(row, "member_id"),
                            Sql.instant(row, "read_hour"),
                            Sql.id(row, "api_client_id"),
                            Sql.id(row, "partner_id"),
                            Optional.ofNullable(Sql.id(row, "terminal_id")),
                            ReadOperation.of(row.getLong("operation_bits")),
                            ReadField.of(row.getLong("field_bits")),
                            row.getLong("read_count"),
                            Sql.instant(row, "last_at")));
                }
            }
            return found;
        }
    }

    /** Removes some of what is older; answers how many. */
    static int delete(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM profile_read WHERE read_hour < ? LIMIT " + MOST_DELETED)) {
            delete.setObject(1, Sql.time(before));
            return delete.executeUpdate();
        }
    }
}
