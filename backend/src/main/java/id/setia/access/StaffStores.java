package id.setia.access;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The rows of who works for which stores. */
final class StaffStores {

    private StaffStores() {}

    static Set<UUID> of(Connection connection, UUID staffId) throws SQLException {
        return of(connection, Set.of(staffId)).getOrDefault(staffId, Set.of());
    }

    static Map<UUID, Set<UUID>> of(Connection connection, Collection<UUID> staffIds) throws SQLException {
        Map<UUID, Set<UUID>> stores = new HashMap<>();
        if (staffIds.isEmpty()) {
            return stores;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT staff_id, store_id FROM staff_store WHERE staff_id IN " + Sql.places(staffIds))) {
            Sql.bindIds(select, 1, staffIds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stores.computeIfAbsent(Sql.id(row, "staff_id"), id -> new TreeSet<>()).add(Sql.id(row, "store_id"));
                }
            }
        }
        return stores;
    }

    static void replace(Connection connection, UUID staffId, Set<UUID> storeIds) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM staff_store WHERE staff_id = ?")) {
            delete.setBytes(1, UuidBytes.of(staffId));
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO staff_store (staff_id, store_id) VALUES (?, ?)")) {
            for (UUID storeId : storeIds) {
                insert.setBytes(1, UuidBytes.of(staffId));
                insert.setBytes(2, UuidBytes.of(storeId));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
