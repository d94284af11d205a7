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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sessions of browsers. They slide: each use puts off their end. */
@Singleton
public class Sessions {

    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final SystemClock clock;
    private final SecondFactorPolicies policies;

    Sessions(Transactions transactions, SystemClock clock, SecondFactorPolicies policies) {
        this.transactions = transactions;
        this.clock = clock;
        this.policies = policies;
    }

    /**
     * A browser that is signed in, as its owner recognises it.
     *
     * @param device browser and system; empty where they are not known
     */
    record Open(byte[] tokenHash, String device, Instant createdAt, Instant seenAt) {}

    /**
     * Opens a session and tells its token.
     *
     * @param device what its owner recognises the browser by
     */
    String open(SessionKind kind, UUID subjectId, String device) {
        String token = Hashes.randomToken();
        Instant now = clock.now();
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO session (token_hash, kind, subject_id, csrf_hash, device, created_at, seen_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, Hashes.sha256(token));
                insert.setString(2, kind.value());
                insert.setBytes(3, UuidBytes.of(subjectId));
                insert.setBytes(4, Hashes.sha256(Session.csrfToken(token)));
                insert.setString(5, device);
                insert.setObject(6, Sql.time(now));
                insert.setObject(7, Sql.time(now));
                insert.setObject(8, Sql.time(now.plus(kind.idle())));
                return insert.executeUpdate();
            }
        });
        return token;
    }

    /** The live session of the token; its end moves on. */
    Optional<Session> find(String token) {
        Instant now = clock.now();
        Optional<Session> session = transactions.glance(connection -> select(connection, token, now))
                .flatMap(found -> session(token, found));
        session.filter(found -> found.seenAt().isBefore(now.minus(BETWEEN_TOUCHES)))
                .ifPresent(found -> touch(found, now));
        return session;
    }

    /**
     * A row of {@code session} with what the staff member is, where it is one's.
     *
     * @param roles as they are kept; empty of a member, or of staff who are not active
     */
    private record Found(
            SessionKind kind,
            UUID subjectId,
            Instant createdAt,
            Instant seenAt,
            Optional<String> roles,
            boolean secondFactor) {}

    private static Optional<Found> select(Connection connection, String token, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT s.kind, s.subject_id, s.created_at, s.seen_at, f.roles, f.state, t.confirmed_at AS second_factor_at
                FROM session s
                LEFT JOIN staff f ON f.id = s.subject_id
                LEFT JOIN staff_second_factor t ON t.staff_id = f.id
                WHERE s.token_hash = ? AND s.expires_at > ?""")) {
            select.setBytes(1, Hashes.sha256(token));
            select.setObject(2, Sql.time(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(found(row)) : Optional.empty();
            }
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        boolean active = StaffState.ACTIVE.value().equals(row.getString("state"));
        return new Found(
                SessionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Sql.id(row, "subject_id"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "seen_at"),
                active ? Optional.of(row.getString("roles")) : Optional.empty(),
                row.getObject("second_factor_at") != null);
    }

    private Optional<Session> session(String token, Found found) {
        return switch (found.kind()) {
            case MEMBER -> Optional.of(new Session(
                    token,
                    found.kind(),
                    found.subjectId(),
                    found.seenAt(),
                    new Caller.SignedInMember(found.subjectId(), found.createdAt()),
                    false));
            case STAFF -> found.roles().map(roles -> new Session(
                    token,
                    found.kind(),
                    found.subjectId(),
                    found.seenAt(),
                    staff(found.subjectId(), Role.split(roles)),
                    !found.secondFactor() && policies.required()));
        };
    }

    private Caller staff(UUID staffId, Set<Role> roles) {
        return new Caller.SignedInStaff(
                staffId,
                roles,
                roles.contains(Role.STORE_MANAGER)
                        ? transactions.glance(connection -> StaffStores.of(connection, staffId))
                        : Set.of());
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

    /** The live sessions of somebody, the one used last first. */
    List<Open> of(SessionKind kind, UUID subjectId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT token_hash, device, created_at, seen_at
                    FROM session
                    WHERE subject_id = ? AND kind = ? AND expires_at > ?
                    ORDER BY seen_at DESC, token_hash""")) {
                select.setBytes(1, UuidBytes.of(subjectId));
                select.setString(2, kind.value());
                select.setObject(3, Sql.time(clock.now()));
                List<Open> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Open(
                                row.getBytes("token_hash"),
                                Optional.ofNullable(row.getString("device")).orElse(""),
                                Sql.instant(row, "created_at"),
                                Sql.instant(row, "seen_at")));
                    }
                }
                return found;
            }
        });
    }
}
