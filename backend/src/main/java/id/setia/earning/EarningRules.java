package id.setia.earning;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
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
import java.util.Optional;
import java.util.UUID;

/**
 * The door to earning rules. Publishing makes a new version and never edits one; every reader compares one number in the
 * database with what it has in memory, so that all nodes judge by the same rules.
 */
@Singleton
public class EarningRules {

    private static final String EPOCH = "earning_rules";

    private record Known(long epoch, RuleBook book) {}

    private final Transactions transactions;
    private final IdMaker ids;
    private final SystemClock clock;
    private final Json json;
    private volatile Known known = new Known(-1, new RuleBook(List.of()));

    EarningRules(Transactions transactions, IdMaker ids, SystemClock clock, Json json) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /** The rules as they stand now. */
    public RuleBook book() {
        return transactions.read(this::book);
    }

    private RuleBook book(Connection connection) throws SQLException {
        long epoch = epoch(connection);
        Known held = known;
        if (held.epoch() != epoch) {
            held = new Known(epoch, new RuleBook(versions(connection)));
            known = held;
        }
        return held.book();
    }

    /**
     * Publishes a version of a rule, the first under a new code makes the rule.
     *
     * @param code stable name for staff and set-up
     * @param from the first moment it judges; in the past only for history about to be imported
     * @return the rule's id
     */
    public UUID publish(String code, RuleDefinition definition, Instant from, Optional<UUID> by) {
        return transactions.write(connection -> {
            raiseEpoch(connection);
            UUID ruleId = ruleId(connection, code).orElseGet(ids::next);
            int version = lastVersion(connection, ruleId) + 1;
            if (version == 1) {
                insertRule(connection, ruleId, code);
            }
            insertVersion(connection, ruleId, version, definition, from, by);
            return ruleId;
        });
    }

    private static void raiseEpoch(Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO epoch (name, value)
                VALUES (?, 1)
                ON DUPLICATE KEY UPDATE value = value + 1""")) {
            upsert.setString(1, EPOCH);
            upsert.executeUpdate();
        }
    }

    private static long epoch(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM epoch WHERE name = ?")) {
            select.setString(1, EPOCH);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static Optional<UUID> ruleId(Connection connection, String code) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM earning_rule WHERE code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Sql.id(row, "id")) : Optional.empty();
            }
        }
    }

    private static int lastVersion(Connection connection, UUID ruleId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT MAX(version) AS last_version
                FROM earning_rule_version
                WHERE rule_id = ?""")) {
            select.setBytes(1, UuidBytes.of(ruleId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt("last_version") : 0;
            }
        }
    }

    private void insertRule(Connection connection, UUID ruleId, String code) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO earning_rule (id, code, created_at)
                VALUES (?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(ruleId));
            insert.setString(2, code);
            insert.setObject(3, Sql.time(clock.now()));
            insert.executeUpdate();
        }
    }

    private void insertVersion(
            Connection connection, UUID ruleId, int version, RuleDefinition definition, Instant from, Optional<UUID> by)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO earning_rule_version (
                  rule_id, version, effective_from, definition, published_by, published_at)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(ruleId));
            insert.setInt(2, version);
            insert.setObject(3, Sql.time(from));
            insert.setString(4, json.write(definition));
            insert.setBytes(5, UuidBytes.of(by.orElse(null)));
            insert.setObject(6, Sql.time(clock.now()));
            insert.executeUpdate();
        }
    }

    private List<RuleVersion> versions(Connection connection) throws SQLException {
        List<RuleVersion> versions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT v.rule_id, r.code, v.version, v.effective_from, v.effective_until, v.definition
                        FROM earning_rule_version v
                        JOIN earning_rule r ON r.id = v.rule_id""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                versions.add(new RuleVersion(
                        Sql.id(row, "rule_id"),
                        row.getString("code"),
                        row.getInt("version"),
                        Sql.instant(row, "effective_from"),
                        Optional.ofNullable(Sql.instant(row, "effective_until")),
                        json.read(row.getString("definition"), RuleDefinition.class)));
            }
        }
        return versions;
    }
}
