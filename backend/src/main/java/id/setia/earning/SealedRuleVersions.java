package id.setia.earning;

import id.setia.kernel.Sql;
import id.setia.points.SealedRules;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rule versions as the seal of the ledger reads them. */
@Singleton
class SealedRuleVersions implements SealedRules {

    @Override
    public String table() {
        return "earning_rule_version";
    }

    @Override
    public void forEach(Connection connection, Instant after, Instant until, Visitor visitor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT rule_id, version, effective_from, effective_until, definition, published_by, published_at
                FROM earning_rule_version
                WHERE published_at > ? AND published_at <= ?
                ORDER BY rule_id, version""")) {
            select.setObject(1, Sql.time(after));
            select.setObject(2, Sql.time(until));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visitor.visit(List.of(
                            String.valueOf(Sql.id(row, "rule_id")),
                            String.valueOf(row.getInt("version")),
                            String.valueOf(Sql.instant(row, "effective_from")),
                            String.valueOf(Sql.instant(row, "effective_until")),
                            row.getString("definition"),
                            String.valueOf(Sql.id(row, "published_by")),
                            String.valueOf(Sql.instant(row, "published_at"))));
                }
            }
        }
    }
}
