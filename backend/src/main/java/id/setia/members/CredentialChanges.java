package id.setia.members;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Sheaf sheaf = new Sheaf();
        Map<UUID, Instant> cooling = cooling(Set.of(memberId), sheaf);
        transactions.read(sheaf);
        return Optional.ofNullable(cooling.get(memberId));
    }

    /** The same of many, known once the sheaf is read; those whose points may be used are missing. */
    Map<UUID, Instant> cooling(Collection<UUID> members, Sheaf sheaf) {
        Map<UUID, Instant> until = new HashMap<>();
        if (!members.isEmpty()) {
            Duration cooling = settings.read(
                            MemberSpendingPolicy.SETTING, MemberSpendingPolicy.class, MemberSpendingPolicy.USUAL)
                    .value()
                    .cooling();
            Instant now = clock.now();
            List<UUID> ids = Sql.padded(members);
            SheafPart part = new SheafPart(
                    "credential_change WHERE member_id IN " + Sql.places(ids),
                    List.of("member_id"), List.of(), List.of(), List.of("changed_at"));
            sheaf.add(part, ids, row -> {
                Instant end = row.instant("changed_at").plus(cooling);
                if (now.isBefore(end)) {
                    until.put(row.id("member_id"), end);
                }
            });
        }
        return until;
    }

    /** @throws Problem {@code spending_cooling_off}, with the moment it ends */
    void refuse(UUID memberId) {
        coolingUntil(memberId).ifPresent(until -> {
            throw refusal(until);
        });
    }

    static Problem refusal(Instant until) {
        return Problem.of(ProblemCode.SPENDING_COOLING_OFF, until);
    }

    /** Of two changes the later one holds for the survivor. */
    static void merge(Connection connection, UUID memberId, UUID survivorId) throws SQLException {
        Map<UUID, Instant> changes = select(connection, Set.of(memberId, survivorId));
        Optional<Instant> leaving = Optional.ofNullable(changes.get(memberId));
        Optional<Instant> staying = Optional.ofNullable(changes.get(survivorId));
        if (leaving.filter(changed -> staying.filter(own -> !own.isBefore(changed)).isEmpty()).isPresent()) {
            put(connection, survivorId, leaving.get());
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM credential_change WHERE member_id = ?")) {
            delete.setBytes(1, UuidBytes.of(memberId));
            delete.executeUpdate();
        }
    }

    private static Map<UUID, Instant> select(Connection connection, Collection<UUID> members) throws SQLException {
        List<UUID> ids = Sql.padded(members);
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT member_id, changed_at FROM credential_change WHERE member_id IN " + Sql.places(ids))) {
            Sql.bindIds(select, 1, ids);
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, Instant> changes = new HashMap<>();
                while (row.next()) {
                    changes.put(Sql.id(row, "member_id"), Sql.instant(row, "changed_at"));
                }
                return changes;
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
