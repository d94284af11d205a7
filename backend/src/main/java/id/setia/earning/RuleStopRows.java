package id.setia.earning;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code rule_stop}: only added, never changed. */
@Singleton
class RuleStopRows {

    private final Transactions transactions;

    RuleStopRows(Transactions transactions) {
        this.transactions = transactions;
    }

    void insert(RuleStop stop) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO rule_stop (rule_id, version, stopped_at, reason, stopped_by)
                    VALUES (?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, UuidBytes.of(stop.ruleId()));
                insert.setInt(2, stop.version());
                insert.setObject(3, Sql.time(stop.at()));
                insert.setString(4, stop.reason());
                insert.setBytes(5, UuidBytes.of(stop.by().orElse(null)));
                return insert.executeUpdate();
            }
        });
    }

    /** The last stop of each rule that was ever stopped. */
    Map<UUID, RuleStop> all() {
        return transactions.read(connection -> {
            Map<UUID, RuleStop> stops = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT rule_id, version, stopped_at, reason, stopped_by
                            FROM rule_stop
                            ORDER BY rule_id, version""");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    RuleStop stop = new RuleStop(
                            Sql.id(row, "rule_id"),
                            row.getInt("version"),
                            Sql.instant(row, "stopped_at"),
                            row.getString("reason"),
                            Optional.ofNullable(Sql.id(row, "stopped_by")));
                    stops.put(stop.ruleId(), stop);
                }
            }
            return stops;
        });
    }
}
