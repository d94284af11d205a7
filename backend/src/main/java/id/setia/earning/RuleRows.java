package id.setia.earning;

import id.setia.kernel.Json;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.UuidBytes;
import id.setia.limits.Limits;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code earning_rule} and {@code earning_rule_version}: only added, never changed. */
@Singleton
class RuleRows {

    static final String EPOCH = "earning_rules";

    private static final String BUDGET = "rule_budget";

    private final SystemClock clock;
    private final Limits limits;
    private final Json json;

    RuleRows(SystemClock clock, Limits limits, Json json) {
        this.clock = clock;
        this.limits = limits;
        this.json = json;
    }

    /** Tells every node; until the transaction ends nobody else publishes. */
    void raiseEpoch(Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO epoch (name, value)
                VALUES (?, 1)
                ON DUPLICATE KEY UPDATE value = value + 1""")) {
            upsert.setString(1, EPOCH);
            upsert.executeUpdate();
        }
    }

    long epoch(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM epoch WHERE name = ?")) {
            select.setString(1, EPOCH);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    Optional<UUID> ruleId(Connection connection, String code) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM earning_rule WHERE code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Sql.id(row, "id")) : Optional.empty();
            }
        }
    }

    int lastVersion(Connection connection, UUID ruleId) throws SQLException {
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

    void insertRule(Connection connection, UUID ruleId, String code) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO earning_rule (id, code, created_at)
                VALUES (?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(ruleId));
            insert.setString(2, code);
            insert.setObject(3, Sql.time(clock.now()));
            insert.executeUpdate();
        }
    }

    /** Adds a version; a budget of it is that of the rule from now on, and what was taken of it stays taken. */
    void insert(Connection connection, RuleVersion version, Optional<UUID> by) throws SQLException {
        Long budget = version.definition().ofCaps().budget();
        if (budget != null) {
            limits.define(version.ruleId(), BUDGET, budget);
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO earning_rule_version (
                  rule_id, version, effective_from, effective_until, definition, published_by, published_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(version.ruleId()));
            insert.setInt(2, version.version());
            insert.setObject(3, Sql.time(version.from()));
            insert.setObject(4, version.until().map(Sql::time).orElse(null));
            insert.setString(5, json.write(version.definition()));
            insert.setBytes(6, UuidBytes.of(by.orElse(null)));
            insert.setObject(7, Sql.time(clock.now()));
            insert.executeUpdate();
        }
    }

    List<RuleVersion> versions(Connection connection) throws SQLException {
        return publications(connection).stream().map(RulePublication::version).toList();
    }

    /** Every version of every rule by the rules' codes, the latest first. */
    List<RulePublication> publications(Connection connection) throws SQLException {
        List<RulePublication> publications = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT v.rule_id, r.code, v.version, v.effective_from, v.effective_until, v.definition,
                          v.published_by, v.published_at
                        FROM earning_rule_version v
                        JOIN earning_rule r ON r.id = v.rule_id
                        ORDER BY r.code, v.version DESC""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                RuleVersion version = new RuleVersion(
                        Sql.id(row, "rule_id"),
                        row.getString("code"),
                        row.getInt("version"),
                        Sql.instant(row, "effective_from"),
                        Optional.ofNullable(Sql.instant(row, "effective_until")),
                        json.read(row.getString("definition"), RuleDefinition.class));
                publications.add(new RulePublication(
                        version,
                        Optional.ofNullable(Sql.id(row, "published_by")),
                        Sql.instant(row, "published_at")));
            }
        }
        return publications;
    }
}
