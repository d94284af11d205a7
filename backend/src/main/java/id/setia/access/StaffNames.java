package id.setia.access;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The door to the names of those who changed something, also of staff who have left. */
@Singleton
public class StaffNames {

    private final Transactions transactions;

    StaffNames(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Names by id; ids of nobody are missing. */
    public Map<UUID, String> of(Collection<UUID> ids) {
        Set<UUID> asked = Set.copyOf(ids);
        if (asked.isEmpty()) {
            return Map.of();
        }
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, name FROM staff WHERE id IN " + Sql.places(asked))) {
                Sql.bindIds(select, 1, asked);
                Map<UUID, String> names = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        names.put(Sql.id(row, "id"), row.getString("name"));
                    }
                }
                return names;
            }
        });
    }
}
