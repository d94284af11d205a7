package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code tier}. */
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
