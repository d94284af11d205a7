package id.setia.messages;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of messages. */
@Singleton
class Messages {

    private static final int SWEPT_AT_ONCE = 1_000;

    private final Transactions transactions;

    Messages(Transactions transactions) {
        this.transactions = transactions;
    }

    void add(UUID id, Optional<UUID> memberId, MessageChannel channel, String to, String subject, String body, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO message (
                      id, member_id, channel, recipient, subject, body, state, attempts, next_attempt_at, created_at, sent_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, NULL)""")) {
                insert.setBytes(1, UuidBytes.of(id));
                insert.setBytes(2, UuidBytes.of(memberId.orElse(null)));
                insert.setString(3, channel.value());
                insert.setBytes(4, to.getBytes(StandardCharsets.UTF_8));
                insert.setString(5, subject);
                insert.setString(6, body);
                insert.setString(7, MessageState.WAITING.value());
                insert.setObject(8, Sql.time(now));
                insert.setObject(9, Sql.time(now));
                return insert.executeUpdate();
            }
        });
    }

    /** Mails whose time to be sent, or to be tried again, has come. */
    List<Mail> due(Instant now, int limit) {
        return select("""
                SELECT id, recipient, subject, body, attempts, created_at AS at
                FROM message
                WHERE state IN ('waiting', 'sending') AND next_attempt_at <= ? AND channel = 'email'
                ORDER BY next_attempt_at, id
                LIMIT ?""", now, limit);
    }

    List<Mail> latest(Instant since, int limit) {
        return select("""
                SELECT id, recipient, subject, body, attempts, COALESCE(sent_at, created_at) AS at
                FROM message
                WHERE created_at >= ? AND channel = 'email'
                ORDER BY id DESC
                LIMIT ?""", since, limit);
    }

    private List<Mail> select(String sql, Instant moment, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, Sql.time(moment));
                select.setInt(2, limit);
                List<Mail> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(mail(row));
                    }
                }
                return found;
            }
        });
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                Sql.id(row, "id"),
                new String(row.getBytes("recipient"), StandardCharsets.UTF_8),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts"),
                Sql.instant(row, "at"));
    }

    /** Takes the mail for sending until the moment given; false when another node was faster. */
    boolean take(Mail mail, Instant until) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE message
                    SET state = ?, attempts = attempts + 1, next_attempt_at = ?
                    WHERE id = ? AND attempts = ? AND state IN ('waiting', 'sending')""")) {
                update.setString(1, MessageState.SENDING.value());
                update.setObject(2, Sql.time(until));
                update.setBytes(3, UuidBytes.of(mail.id()));
                update.setInt(4, mail.attempts());
                return update.executeUpdate() == 1;
            }
        });
    }

    void sent(Mail mail, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE message SET state = ?, sent_at = ? WHERE id = ?")) {
                update.setString(1, MessageState.SENT.value());
                update.setObject(2, Sql.time(now));
                update.setBytes(3, UuidBytes.of(mail.id()));
                return update.executeUpdate();
            }
        });
    }

    void notSent(Mail mail, MessageState state, Instant nextAttemptAt) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE message SET state = ?, next_attempt_at = ? WHERE id = ?")) {
                update.setString(1, state.value());
                update.setObject(2, Sql.time(nextAttemptAt));
                update.setBytes(3, UuidBytes.of(mail.id()));
                return update.executeUpdate();
            }
        });
    }

    void deleteOf(UUID memberId) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM message WHERE member_id = ?")) {
                delete.setBytes(1, UuidBytes.of(memberId));
                return delete.executeUpdate();
            }
        });
    }

    /** Removes messages made before the moment; true while there may be more. */
    boolean deleteBefore(Instant moment) {
        return transactions.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM message WHERE created_at < ? LIMIT " + SWEPT_AT_ONCE)) {
                delete.setObject(1, Sql.time(moment));
                return delete.executeUpdate() == SWEPT_AT_ONCE;
            }
        });
    }
}
