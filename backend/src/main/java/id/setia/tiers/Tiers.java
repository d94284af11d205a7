package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code tier} and {@code tier_removed}. */
@Singleton
class Tiers {

    private final Transactions transactions;

    Tiers(Transactions transactions) {
        this.transactions = transactions;
    }

    List<Tier> all() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT code, tier_rank, name_id, name_en, threshold
                            FROM tier
                            ORDER BY tier_rank""");
                    ResultSet row = select.executeQuery()) {
                List<Tier> tiers = new ArrayList<>();
                while (row.next()) {
                    tiers.add(new Tier(
                            row.getString("code"),
                            row.getInt("tier_rank"),
                            LocalText.of(row.getString("name_id"), row.getString("name_en")),
                            row.getLong("threshold")));
                }
                return tiers;
            }
        });
    }

    List<RemovedTier> removed() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT code, name_id, name_en, falls_to
                            FROM tier_removed
                            ORDER BY code""");
                    ResultSet row = select.executeQuery()) {
                List<RemovedTier> removed = new ArrayList<>();
                while (row.next()) {
                    removed.add(new RemovedTier(
                            row.getString("code"),
                            LocalText.of(row.getString("name_id"), row.getString("name_en")),
                            row.getString("falls_to")));
                }
                return removed;
            }
        });
    }

    void replaceRemoved(List<RemovedTier> removed) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM tier_removed WHERE code >= ''")) {
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO tier_removed (code, name_id, name_en, falls_to)
                    VALUES (?, ?, ?, ?)""")) {
                for (RemovedTier tier : removed) {
                    insert.setString(1, tier.code());
                    insert.setString(2, tier.name().id());
                    insert.setString(3, tier.name().en());
                    insert.setString(4, tier.fallsTo());
                    insert.addBatch();
                }
                insert.executeBatch();
                return null;
            }
        });
    }

    void replace(List<Tier> tiers) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM tier WHERE tier_rank >= 0")) {
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO tier (code, tier_rank, name_id, name_en, threshold)
                    VALUES (?, ?, ?, ?, ?)""")) {
                for (Tier tier : tiers) {
                    insert.setString(1, tier.code());
                    insert.setInt(2, tier.rank());
                    insert.setString(3, tier.name().id());
                    insert.setString(4, tier.name().en());
                    insert.setLong(5, tier.threshold());
                    insert.addBatch();
                }
                insert.executeBatch();
                return null;
            }
        });
    }
}
