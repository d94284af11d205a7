package id.setia.care;

import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What was said and shown in cases. The case's row is locked by whoever adds. */
@Singleton
class CaseMessages {

    static final int MOST_MESSAGES = 50;
    static final int MOST_PHOTOS = 3;

    private final Transactions transactions;

    CaseMessages(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @throws Problem {@code case_full} */
    void add(Connection connection, UUID caseId, CaseMessage.Author author, Optional<UUID> staffId, LocalText text, Instant now)
            throws SQLException {
        int number = next(connection, "SELECT MAX(number) FROM care_message WHERE case_id = ?", caseId, MOST_MESSAGES);
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO care_message (case_id, number, author, staff_id, text_id, text_en, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(caseId));
            insert.setInt(2, number);
            insert.setString(3, author.name().toLowerCase(Locale.ROOT));
            insert.setBytes(4, UuidBytes.of(staffId.orElse(null)));
            insert.setString(5, text.id());
            insert.setString(6, text.en());
            insert.setObject(7, Sql.time(now));
            insert.executeUpdate();
        }
    }

    /** @throws Problem {@code case_full} */
    void addPhoto(Connection connection, UUID caseId, byte[] content, Instant now) throws SQLException {
        int number = next(connection, "SELECT MAX(number) FROM care_photo WHERE case_id = ?", caseId, MOST_PHOTOS);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO care_photo (case_id, number, content, added_at) VALUES (?, ?, ?, ?)")) {
            insert.setBytes(1, UuidBytes.of(caseId));
            insert.setInt(2, number);
            insert.setBytes(3, content);
            insert.setObject(4, Sql.time(now));
            insert.executeUpdate();
        }
    }

    private static int next(Connection connection, String sql, UUID caseId, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, UuidBytes.of(caseId));
            try (ResultSet row = select.executeQuery()) {
                int last = row.next() ? row.getInt(1) : 0;
                if (last >= most) {
                    throw Problem.of(ProblemCode.CASE_FULL);
                }
                return last + 1;
            }
        }
    }

    List<CaseMessage> of(UUID caseId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT number, author, staff_id, text_id, text_en, written_at
                    FROM care_message
                    WHERE case_id = ?
                    ORDER BY number""")) {
                select.setBytes(1, UuidBytes.of(caseId));
                List<CaseMessage> messages = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        messages.add(new CaseMessage(
                                row.getInt("number"),
                                CaseMessage.Author.valueOf(row.getString("author").toUpperCase(Locale.ROOT)),
                                Optional.ofNullable(Sql.id(row, "staff_id")),
                                LocalText.of(row.getString("text_id"), row.getString("text_en")),
                                Sql.instant(row, "written_at")));
                    }
                }
                return messages;
            }
        });
    }

    List<Integer> photosOf(UUID caseId) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT number FROM care_photo WHERE case_id = ? ORDER BY number")) {
                select.setBytes(1, UuidBytes.of(caseId));
                List<Integer> numbers = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        numbers.add(row.getInt("number"));
                    }
                }
                return numbers;
            }
        });
    }

    Optional<byte[]> photo(UUID caseId, int number) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT content FROM care_photo WHERE case_id = ? AND number = ?")) {
                select.setBytes(1, UuidBytes.of(caseId));
                select.setInt(2, number);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes("content")) : Optional.empty();
                }
            }
        });
    }
}
