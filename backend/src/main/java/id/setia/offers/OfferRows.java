package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code offer}. */
@Singleton
class OfferRows {

    private static final String ACTIVE = "active";
    private static final String STOPPED = "stopped";

    private final Transactions transactions;
    private final Json json;

    OfferRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** Offers that are not stopped, those that end first first. */
    List<Offer> active() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, code, name_id, name_en, description_id, description_en, badge, audience, rule_id,
                      reward_id, starts_at, ends_at, needs_activation, uses_per_member, holdout_percent, announced,
                      budget_uses, budget_points
                    FROM offer
                    WHERE state = ?
                    ORDER BY ends_at, id""")) {
                select.setString(1, ACTIVE);
                List<Offer> offers = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        offers.add(offer(row));
                    }
                }
                return offers;
            }
        });
    }

    private Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                Sql.id(row, "id"),
                row.getString("code"),
                LocalText.of(row.getString("name_id"), row.getString("name_en")),
                LocalText.of(row.getString("description_id"), row.getString("description_en")),
                row.getString("badge"),
                json.read(row.getString("audience"), Audience.class),
                Optional.ofNullable(Sql.id(row, "rule_id")),
                Optional.ofNullable(Sql.id(row, "reward_id")),
                Sql.instant(row, "starts_at"),
                Sql.instant(row, "ends_at"),
                row.getBoolean("needs_activation"),
                row.getInt("uses_per_member"),
                row.getInt("holdout_percent"),
                row.getBoolean("announced"),
                new OfferBudget(
                        Optional.ofNullable(row.getObject("budget_uses", Long.class)),
                        Optional.ofNullable(row.getObject("budget_points", Long.class))));
    }

    void add(Offer offer, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO offer (
                      id, code, name_id, name_en, description_id, description_en, badge, audience, rule_id, starts_at,
                      ends_at, needs_activation, uses_per_member, state, created_at, holdout_percent, announced)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, UuidBytes.of(offer.id()));
                insert.setString(2, offer.code());
                insert.setString(3, offer.name().id());
                insert.setString(4, offer.name().en());
                insert.setString(5, offer.description().id());
                insert.setString(6, offer.description().en());
                insert.setString(7, offer.badge());
                insert.setString(8, json.write(offer.audience()));
                insert.setBytes(9, UuidBytes.of(offer.ruleId().orElseThrow()));
                insert.setObject(10, Sql.time(offer.startsAt()));
                insert.setObject(11, Sql.time(offer.endsAt()));
                insert.setBoolean(12, offer.needsActivation());
                insert.setInt(13, offer.usesPerMember());
                insert.setString(14, ACTIVE);
                insert.setObject(15, Sql.time(now));
                insert.setInt(16, offer.holdoutPercent());
                insert.setBoolean(17, offer.announced());
                return insert.executeUpdate();
            }
        });
    }

    void stop(UUID offerId) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE offer SET state = ? WHERE id = ?")) {
                update.setString(1, STOPPED);
                update.setBytes(2, UuidBytes.of(offerId));
                return update.executeUpdate();
            }
        });
    }
}
