package id.setia.members;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When members last changed what opens their account: whoever took it over shall not use the points before they know. */
@Singleton
class CredentialChanges {

    private final Settings settings;
    private final Transactions transactions;
    private final SystemClock clock;

    CredentialChanges(Settings settings, Transactions transactions, SystemClock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Notes a change in its own transaction. */
    void note(Connection connection, UUID memberId) throws SQLException {
        put(connection, memberId, clock.now());
    }

    /** Until when the member's points are not used; empty when they may be. */
    Optional<Instant> coolingUntil(UUID memberId) {
        MemberSpendingPolicy policy = settings.read(
                        MemberSpendingPolicy.SETTING, MemberSpendingPolicy.class, MemberSpendingPolicy.USUAL)
                .value();
        return transactions.read(connection -> select(connection, memberId))
                .map(changed -> changed.plus(policy.cooling()))
                .filter(clock.now()::isBefore);
    }

    /** @throws Problem {@code spending_cooling_off}, with the moment it ends */
    void refuse(UUID memberId) {
        coolingUntil(memberId).ifPresent(until -> {
            throw Problem.of(ProblemCode.SPENDING_COOLING_OFF, until);
        });
    }

    /** Of two changes the later one holds for the survivor. */
    static void merge(Connection connection, UUID memberId, UUID survivorId) throws SQLException {
        Optional<Instant> leaving = select(connection, memberId);
        Optional<Instant> staying = select(connection, survivorId);
        if (leaving.filter(changed -> staying.filter(own -> !own.isBefore(changed)).isEmpty()).isPresent()) {
            put(connection, survivorId, leaving.get());
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM credential_change WHERE member_id = ?")) {
            delete.setBytes(1, UuidBytes.of(memberId));
            delete.executeUpdate();
        }
    }

    private static Optional<Instant> select(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT changed_at FROM credential_change WHERE member_id = ?")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Sql.instant(row, "changed_at")) : Optional.empty();
            }
        }
    }

    private static void put(Connection connection, UUID memberId, Instant changedAt) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO credential_change (member_id, changed_at)
                VALUES (?, ?)
                ON DUPLICATE KEY UPDATE changed_at = VALUES(changed_at)""")) {
            upsert.setBytes(1, UuidBytes.of(memberId));
            upsert.setObject(2, Sql.time(changedAt));
            upsert.executeUpdate();
        }
    }
}
