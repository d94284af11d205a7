package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.earning.RuleDefinition;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code offer} as staff work on them, drafts and ended ones too. */
@Singleton
class OfferPlans {

    private static final String DRAFT = "draft";
    private static final String ACTIVE = "active";
    private static final String STOPPED = "stopped";
    private static final String COLUMNS = """
            SELECT id, name_id, name_en, description_id, description_en, badge, audience, benefit, rule_id, reward_id,
              starts_at, ends_at, needs_activation, uses_per_member, state, version, holdout_percent, announced,
              budget_uses, budget_points, approval_id, expected_points
            FROM offer
            """;

    private static final String COUNTS = """
            SELECT offer_id, COUNT(activated_at) AS activated, SUM(CASE WHEN uses > 0 THEN 1 ELSE 0 END) AS used,
              SUM(uses) AS uses
            FROM offer_activation
            """;

    private final Transactions transactions;
    private final Json json;

    OfferPlans(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** All of them, the latest made first. */
    List<OfferPlan> all() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "ORDER BY id DESC")) {
                return read(select);
            }
        });
    }

    private List<OfferPlan> read(PreparedStatement select) throws SQLException {
        List<OfferPlan> plans = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                plans.add(plan(row));
            }
        }
        return plans;
    }

    /** Those that give vouchers of the reward and are not over at the moment. */
    List<OfferPlan> ofReward(UUID rewardId, Instant now) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(COLUMNS + "WHERE reward_id = ? AND ends_at > ?")) {
                select.setBytes(1, UuidBytes.of(rewardId));
                select.setObject(2, Sql.time(now));
                return read(select);
            }
        });
    }

    Optional<OfferPlan> find(UUID offerId) {
        return find(offerId, "");
    }

    /** The same, locked until the transaction ends. */
    Optional<OfferPlan> lock(UUID offerId) {
        return find(offerId, " FOR UPDATE");
    }

    private Optional<OfferPlan> find(UUID offerId, String lock) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?" + lock)) {
                select.setBytes(1, UuidBytes.of(offerId));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(plan(row)) : Optional.empty();
                }
            }
        });
    }

    private OfferPlan plan(ResultSet row) throws SQLException {
        return new OfferPlan(
                Sql.id(row, "id"),
                LocalText.of(row.getString("name_id"), row.getString("name_en")),
                LocalText.of(row.getString("description_id"), row.getString("description_en")),
                row.getString("badge"),
                json.read(row.getString("audience"), Audience.class),
                Optional.ofNullable(row.getString("benefit")).map(text -> json.read(text, RuleDefinition.class)),
                Optional.ofNullable(Sql.id(row, "rule_id")),
                Optional.ofNullable(Sql.id(row, "reward_id")),
                Optional.ofNullable(Sql.instant(row, "starts_at")),
                Sql.instant(row, "ends_at"),
                row.getBoolean("needs_activation"),
                row.getInt("uses_per_member"),
                row.getInt("holdout_percent"),
                row.getBoolean("announced"),
                new OfferBudget(
                        Optional.ofNullable(row.getObject("budget_uses", Long.class)),
                        Optional.ofNullable(row.getObject("budget_points", Long.class))),
                DRAFT.equals(row.getString("state")),
                STOPPED.equals(row.getString("state")),
                Optional.ofNullable(Sql.id(row, "approval_id")),
                Optional.ofNullable(row.getObject("expected_points", Long.class)),
                row.getLong("version"));
    }

    void add(OfferPlan plan, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO offer (
                      name_id, name_en, description_id, description_en, badge, audience, benefit, rule_id, starts_at,
                      ends_at, needs_activation, uses_per_member, state, version, holdout_percent, announced,
                      budget_uses, budget_points, reward_id, approval_id, expected_points, id, code, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                bind(insert, plan);
                insert.setBytes(22, UuidBytes.of(plan.id()));
                insert.setString(23, PublicId.OFFER.format(plan.id()));
                insert.setObject(24, Sql.time(now));
                return insert.executeUpdate();
            }
        });
    }

    /** Writes the plan over the one locked before. */
    void write(OfferPlan plan) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE offer
                    SET name_id = ?, name_en = ?, description_id = ?, description_en = ?, badge = ?, audience = ?,
                      benefit = ?, rule_id = ?, starts_at = ?, ends_at = ?, needs_activation = ?, uses_per_member = ?,
                      state = ?, version = ?, holdout_percent = ?, announced = ?, budget_uses = ?, budget_points = ?,
                      reward_id = ?, approval_id = ?, expected_points = ?
                    WHERE id = ?""")) {
                bind(update, plan);
                update.setBytes(22, UuidBytes.of(plan.id()));
                return update.executeUpdate();
            }
        });
    }

    private void bind(PreparedStatement statement, OfferPlan plan) throws SQLException {
        statement.setString(1, plan.name().id());
        statement.setString(2, plan.name().en());
        statement.setString(3, plan.description().id());
        statement.setString(4, plan.description().en());
        statement.setString(5, plan.badge());
        statement.setString(6, json.write(plan.audience()));
        statement.setString(7, plan.benefit().map(json::write).orElse(null));
        statement.setBytes(8, UuidBytes.of(plan.ruleId().orElse(null)));
        statement.setObject(9, plan.startsAt().map(Sql::time).orElse(null));
        statement.setObject(10, Sql.time(plan.endsAt()));
        statement.setBoolean(11, plan.needsActivation());
        statement.setInt(12, plan.usesPerMember());
        statement.setString(13, plan.draft() ? DRAFT : plan.stopped() ? STOPPED : ACTIVE);
        statement.setLong(14, plan.version());
        statement.setInt(15, plan.holdoutPercent());
        statement.setBoolean(16, plan.announced());
        statement.setObject(17, plan.budget().uses().orElse(null));
        statement.setObject(18, plan.budget().points().orElse(null));
        statement.setBytes(19, UuidBytes.of(plan.rewardId().orElse(null)));
        statement.setBytes(20, UuidBytes.of(plan.approvalId().orElse(null)));
        statement.setObject(21, plan.expectedPoints().orElse(null));
    }

    void delete(UUID offerId) {
        transactions.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM offer WHERE id = ? AND state = ?")) {
                delete.setBytes(1, UuidBytes.of(offerId));
                delete.setString(2, DRAFT);
                return delete.executeUpdate();
            }
        });
    }

    /** What members have done, by offer; offers nobody touched are missing. */
    Map<UUID, OfferCounts> counts() {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COUNTS + "GROUP BY offer_id")) {
                return counts(select);
            }
        });
    }

    /** The same for one offer. */
    Map<UUID, OfferCounts> counts(UUID offerId) {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(COUNTS + "WHERE offer_id = ?\nGROUP BY offer_id")) {
                select.setBytes(1, UuidBytes.of(offerId));
                return counts(select);
            }
        });
    }

    private static Map<UUID, OfferCounts> counts(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            Map<UUID, OfferCounts> counts = new HashMap<>();
            while (row.next()) {
                counts.put(
                        Sql.id(row, "offer_id"),
                        new OfferCounts(row.getLong("activated"), row.getLong("used"), row.getLong("uses")));
            }
            return counts;
        }
    }
}
