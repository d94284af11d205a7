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

    /** Sorts after every id. */
    private static final UUID LAST = new UUID(-1, -1);

    private final Transactions transactions;

    Messages(Transactions transactions) {
        this.transactions = transactions;
    }

    void add(
            UUID id,
            Optional<UUID> memberId,
            MessageChannel channel,
            String to,
            String subject,
            String body,
            Optional<Instant> goodUntil,
            Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO message (
                      id, member_id, channel, recipient, subject, body, state, attempts, next_attempt_at, good_until,
                      created_at, sent_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, NULL)""")) {
                insert.setBytes(1, UuidBytes.of(id));
                insert.setBytes(2, UuidBytes.of(memberId.orElse(null)));
                insert.setString(3, channel.value());
                insert.setBytes(4, to.getBytes(StandardCharsets.UTF_8));
                insert.setString(5, subject);
                insert.setString(6, body);
                insert.setString(7, MessageState.WAITING.value());
                insert.setObject(8, Sql.time(now));
                insert.setObject(9, Sql.time(goodUntil.orElse(null)));
                insert.setObject(10, Sql.time(now));
                return insert.executeUpdate();
            }
        });
    }

    /** Messages of the channel whose time to be sent, or to be tried again, has come. */
    List<OutgoingMessage> due(MessageChannel channel, Instant now, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, channel, recipient, subject, body, attempts, good_until, created_at AS at
                    FROM message
                    WHERE state IN ('waiting', 'sending') AND next_attempt_at <= ? AND channel = ?
                    ORDER BY next_attempt_at, id
                    LIMIT ?""")) {
                select.setObject(1, Sql.time(now));
                select.setString(2, channel.value());
                select.setInt(3, limit);
                return found(select);
            }
        });
    }

    boolean areDue(MessageChannel channel, Instant now) {
        return !due(channel, now, 1).isEmpty();
    }

    /** The newest of every channel. */
    List<OutgoingMessage> latest(Instant since, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, channel, recipient, subject, body, attempts, good_until, COALESCE(sent_at, created_at) AS at
                    FROM message
                    WHERE created_at >= ?
                    ORDER BY id DESC
                    LIMIT ?""")) {
                select.setObject(1, Sql.time(since));
                select.setInt(2, limit);
                return found(select);
            }
        });
    }

    /** Those made before the one named, or the newest, of every channel. */
    List<OutgoingMessage> before(Optional<UUID> id, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, channel, recipient, subject, body, attempts, good_until, COALESCE(sent_at, created_at) AS at
                    FROM message
                    WHERE id < ?
                    ORDER BY id DESC
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(id.orElse(LAST)));
                select.setInt(2, limit);
                return found(select);
            }
        });
    }

    private static List<OutgoingMessage> found(PreparedStatement select) throws SQLException {
        List<OutgoingMessage> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(message(row));
            }
        }
        return found;
    }

    private static OutgoingMessage message(ResultSet row) throws SQLException {
        return new OutgoingMessage(
                Sql.id(row, "id"),
                MessageChannel.of(row.getString("channel")),
                new String(row.getBytes("recipient"), StandardCharsets.UTF_8),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts"),
                Optional.ofNullable(Sql.instant(row, "good_until")),
                Sql.instant(row, "at"));
    }

    /** Takes the message for sending until the moment given; false when another node was faster. */
    boolean take(OutgoingMessage message, Instant until) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE message
                    SET state = ?, attempts = attempts + 1, next_attempt_at = ?
                    WHERE id = ? AND attempts = ? AND state IN ('waiting', 'sending')""")) {
                update.setString(1, MessageState.SENDING.value());
                update.setObject(2, Sql.time(until));
                update.setBytes(3, UuidBytes.of(message.id()));
                update.setInt(4, message.attempts());
                return update.executeUpdate() == 1;
            }
        });
    }

    void sent(OutgoingMessage message, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE message SET state = ?, sent_at = ? WHERE id = ?")) {
                update.setString(1, MessageState.SENT.value());
                update.setObject(2, Sql.time(now));
                update.setBytes(3, UuidBytes.of(message.id()));
                return update.executeUpdate();
            }
        });
    }

    void notSent(OutgoingMessage message, MessageState state, Instant nextAttemptAt) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE message SET state = ?, next_attempt_at = ? WHERE id = ?")) {
                update.setString(1, state.value());
                update.setObject(2, Sql.time(nextAttemptAt));
                update.setBytes(3, UuidBytes.of(message.id()));
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
