package id.setia.members;

import id.setia.kernel.Batch;
import id.setia.kernel.Places;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of consents; each change of mind adds one. */
final class ConsentRows {

    private ConsentRows() {}

    /**
     * A row of {@code consent}.
     *
     * @param purpose a {@link ConsentPurpose}, or {@code terms}
     * @param recordedAt of one brought over, when it was given
     * @param origin of one brought over, where it was given
     */
    record Row(
            UUID id,
            UUID memberId,
            String purpose,
            boolean given,
            String textVersion,
            String language,
            String channel,
            String recordedBy,
            Instant recordedAt,
            Optional<String> origin) {

        Row(
                UUID id,
                UUID memberId,
                String purpose,
                boolean given,
                String textVersion,
                String language,
                String channel,
                String recordedBy,
                Instant recordedAt) {
            this(
                    id, memberId, purpose, given, textVersion, language, channel, recordedBy, recordedAt,
                    Optional.empty());
        }
    }

    private static final String INSERT = """
            INSERT INTO consent (
              id, member_id, purpose, given, text_version, language, channel, recorded_by, recorded_at, origin)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            330, INSERT, Comparator.comparing(Row::memberId).thenComparing(Row::id), ConsentRows::bind);

    static void add(Batch batch, Row row) {
        batch.add(ROWS, row);
    }

    static void insert(Connection connection, Collection<Row> rows) throws SQLException {
        Batch batch = new Batch();
        rows.forEach(row -> add(batch, row));
        batch.flush(connection);
    }

    private static void bind(Places insert, Row row) throws SQLException {
        insert.setBytes(1, UuidBytes.of(row.id()));
        insert.setBytes(2, UuidBytes.of(row.memberId()));
        insert.setString(3, row.purpose());
        insert.setBoolean(4, row.given());
        insert.setString(5, row.textVersion());
        insert.setString(6, row.language());
        insert.setString(7, row.channel());
        insert.setString(8, row.recordedBy());
        insert.setObject(9, Sql.time(row.recordedAt()));
        insert.setString(10, row.origin().orElse(null));
    }

    /** Every word of the member, the newest first. */
    static List<Row> history(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, purpose, given, text_version, language, channel, recorded_by, recorded_at, origin
                FROM consent
                WHERE member_id = ?
                ORDER BY recorded_at DESC, id DESC""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            List<Row> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Row(
                            Sql.id(row, "id"),
                            memberId,
                            row.getString("purpose"),
                            row.getBoolean("given"),
                            row.getString("text_version"),
                            row.getString("language"),
                            row.getString("channel"),
                            row.getString("recorded_by"),
                            Sql.instant(row, "recorded_at"),
                            Optional.ofNullable(row.getString("origin"))));
                }
            }
            return found;
        }
    }

    /** The latest word on each purpose. */
    static List<MemberProfile.Consent> latest(Connection connection, UUID memberId) throws SQLException {
        Map<ConsentPurpose, MemberProfile.Consent> latest = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT purpose, given, text_version, channel, recorded_at
                FROM consent
                WHERE member_id = ?
                ORDER BY recorded_at, id""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean given = row.getBoolean("given");
                    String textVersion = row.getString("text_version");
                    Instant since = Sql.instant(row, "recorded_at");
                    String channel = row.getString("channel");
                    ConsentPurpose.of(row.getString("purpose"))
                            .ifPresent(purpose -> latest.put(
                                    purpose, new MemberProfile.Consent(purpose, given, textVersion, since, channel)));
                }
            }
        }
        return List.copyOf(latest.values());
    }
}
