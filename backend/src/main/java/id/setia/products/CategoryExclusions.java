package id.setia.products;

import id.setia.kernel.Epochs;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Categories of which nothing earns, products not seen yet included. Kept in memory, at most a second old. */
@Singleton
class CategoryExclusions {

    private static final String EPOCH = "category_exclusions";

    private final Transactions transactions;
    private final SystemClock clock;
    private final Epochs epochs;
    private final Epochs.Cached<Map<UUID, List<String>>> known;

    CategoryExclusions(Transactions transactions, SystemClock clock, Epochs epochs) {
        this.transactions = transactions;
        this.clock = clock;
        this.epochs = epochs;
        this.known = epochs.cached(EPOCH, this::all);
    }

    List<String> of(UUID partnerId) {
        return known.get().getOrDefault(partnerId, List.of());
    }

    boolean covers(UUID partnerId, String category) {
        return of(partnerId).stream().anyMatch(excluded -> CategoryPath.isWithin(category, excluded));
    }

    private Map<UUID, List<String>> all() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT partner_id, category
                            FROM category_exclusion
                            ORDER BY partner_id, category""");
                    ResultSet row = select.executeQuery()) {
                Map<UUID, List<String>> found = new HashMap<>();
                while (row.next()) {
                    found.computeIfAbsent(Sql.id(row, "partner_id"), ignored -> new ArrayList<>())
                            .add(new String(row.getBytes("category"), StandardCharsets.UTF_8));
                }
                return found;
            }
        });
    }

    void add(UUID partnerId, String category) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO category_exclusion (partner_id, category, created_at)
                    VALUES (?, ?, ?)
                    ON DUPLICATE KEY UPDATE category = VALUES(category)""")) {
                upsert.setBytes(1, UuidBytes.of(partnerId));
                upsert.setBytes(2, category.getBytes(StandardCharsets.UTF_8));
                upsert.setObject(3, Sql.time(clock.now()));
                upsert.executeUpdate();
            }
            epochs.advance(EPOCH);
            return null;
        });
    }

    /** Takes back the category and everything below it. */
    void remove(UUID partnerId, String category) {
        List<String> within = all().getOrDefault(partnerId, List.of()).stream()
                .filter(excluded -> CategoryPath.isWithin(excluded, category))
                .toList();
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM category_exclusion WHERE partner_id = ? AND category = ?")) {
                for (String excluded : within) {
                    delete.setBytes(1, UuidBytes.of(partnerId));
                    delete.setBytes(2, excluded.getBytes(StandardCharsets.UTF_8));
                    delete.executeUpdate();
                }
            }
            epochs.advance(EPOCH);
            return null;
        });
    }

    /** Reads them anew at the next use, after a change of our own. */
    void forget() {
        known.forget();
    }
}
