package id.setia.access;

import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sessions of browsers. They slide: each use puts off their end. */
@Singleton
public class Sessions {

    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final SystemClock clock;

    Sessions(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Opens a session and tells its token. */
    String open(SessionKind kind, UUID subjectId) {
        String token = Hashes.randomToken();
        Instant now = clock.now();
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO session (token_hash, kind, subject_id, csrf_hash, created_at, seen_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, Hashes.sha256(token));
                insert.setString(2, kind.value());
                insert.setBytes(3, UuidBytes.of(subjectId));
                insert.setBytes(4, Hashes.sha256(Session.csrfToken(token)));
                insert.setObject(5, Sql.time(now));
                insert.setObject(6, Sql.time(now));
                insert.setObject(7, Sql.time(now.plus(kind.idle())));
                return insert.executeUpdate();
            }
        });
        return token;
    }

    /** The live session of the token; its end moves on. */
    Optional<Session> find(String token) {
        Instant now = clock.now();
        Optional<Session> session = transactions.read(connection -> select(connection, token, now));
        session.filter(found -> found.seenAt().isBefore(now.minus(BETWEEN_TOUCHES)))
                .ifPresent(found -> touch(found, now));
        return session;
    }

    private static Optional<Session> select(Connection connection, String token, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT s.kind, s.subject_id, s.seen_at, f.roles, f.state
                FROM session s
                LEFT JOIN staff f ON f.id = s.subject_id
                WHERE s.token_hash = ? AND s.expires_at > ?""")) {
            select.setBytes(1, Hashes.sha256(token));
            select.setObject(2, Sql.time(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? session(token, row) : Optional.empty();
            }
        }
    }

    private static Optional<Session> session(String token, ResultSet row) throws SQLException {
        SessionKind kind = SessionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        UUID subjectId = Sql.id(row, "subject_id");
        Instant seenAt = Sql.instant(row, "seen_at");
        return switch (kind) {
            case MEMBER -> Optional.of(
                    new Session(token, kind, subjectId, seenAt, new Caller.SignedInMember(subjectId)));
            case STAFF -> StaffState.ACTIVE.value().equals(row.getString("state"))
                    ? Optional.of(new Session(
                            token,
                            kind,
                            subjectId,
                            seenAt,
                            new Caller.SignedInStaff(subjectId, Role.split(row.getString("roles")))))
                    : Optional.empty();
        };
    }

    private void touch(Session session, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE session
                    SET seen_at = ?, expires_at = ?
                    WHERE token_hash = ?""")) {
                update.setObject(1, Sql.time(now));
                update.setObject(2, Sql.time(now.plus(session.kind().idle())));
                update.setBytes(3, Hashes.sha256(session.token()));
                return update.executeUpdate();
            }
        });
    }

    /** Ends every session of somebody, in the running transaction where there is one. */
    public void end(SessionKind kind, UUID subjectId) {
        transactions.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM session WHERE kind = ? AND subject_id = ?")) {
                delete.setString(1, kind.value());
                delete.setBytes(2, UuidBytes.of(subjectId));
                return delete.executeUpdate();
            }
        });
    }

    /** Ends every session of somebody but this one. */
    void endOthers(Session kept) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM session WHERE kind = ? AND subject_id = ? AND token_hash <> ?")) {
                delete.setString(1, kept.kind().value());
                delete.setBytes(2, UuidBytes.of(kept.subjectId()));
                delete.setBytes(3, Hashes.sha256(kept.token()));
                return delete.executeUpdate();
            }
        });
    }

    void close(String token) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM session WHERE token_hash = ?")) {
                delete.setBytes(1, Hashes.sha256(token));
                return delete.executeUpdate();
            }
        });
    }
}
