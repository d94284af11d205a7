package id.setia.closing;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Rows of {@code partner_settlement} and its items. */
@Singleton
class FinalSettlementRows {

    private static final String NONE = "";

    private final Transactions transactions;
    private final ProgramSettings program;

    FinalSettlementRows(Transactions transactions, ProgramSettings program) {
        this.transactions = transactions;
        this.program = program;
    }

    void insert(FinalSettlement settlement) {
        transactions.write(connection -> {
            insertHead(connection, settlement);
            insertItems(connection, settlement);
            return null;
        });
    }

    private static void insertHead(Connection connection, FinalSettlement settlement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO partner_settlement (
                  partner_id, made_at, last_month, point_value, available, pending, held, debt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(settlement.partnerId()));
            insert.setObject(2, Sql.time(settlement.madeAt()));
            insert.setString(3, settlement.lastMonth().map(YearMonth::toString).orElse(NONE));
            insert.setBigDecimal(4, settlement.value().perPoint());
            insert.setLong(5, settlement.owed().available());
            insert.setLong(6, settlement.owed().pending());
            insert.setLong(7, settlement.owed().held());
            insert.setLong(8, settlement.owed().debt());
            insert.executeUpdate();
        }
    }

    private static void insertItems(Connection connection, FinalSettlement settlement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO partner_settlement_item (partner_id, debtor_id, creditor_id, points, closed)
                VALUES (?, ?, ?, ?, ?)""")) {
            for (FinalSettlement.Item item : settlement.items()) {
                insert.setBytes(1, UuidBytes.of(settlement.partnerId()));
                insert.setBytes(2, UuidBytes.of(item.debtorId()));
                insert.setBytes(3, UuidBytes.of(item.creditorId()));
                insert.setLong(4, item.points());
                insert.setLong(5, item.closed());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Optional<FinalSettlement> find(UUID partnerId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT made_at, last_month, point_value, available, pending, held, debt
                    FROM partner_settlement
                    WHERE partner_id = ?""")) {
                select.setBytes(1, UuidBytes.of(partnerId));
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(settlement(partnerId, row, items(connection, partnerId)))
                            : Optional.empty();
                }
            }
        });
    }

    private FinalSettlement settlement(UUID partnerId, ResultSet row, List<FinalSettlement.Item> items)
            throws SQLException {
        return new FinalSettlement(
                partnerId,
                Sql.instant(row, "made_at"),
                Optional.of(row.getString("last_month")).filter(month -> !month.equals(NONE)).map(YearMonth::parse),
                new PointValue(row.getBigDecimal("point_value"), program.current().currency()),
                new Owed(
                        partnerId,
                        row.getLong("available"),
                        row.getLong("pending"),
                        row.getLong("held"),
                        row.getLong("debt"),
                        new TreeMap<>(),
                        0,
                        Breakage.Sample.NONE),
                items);
    }

    private static List<FinalSettlement.Item> items(Connection connection, UUID partnerId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT debtor_id, creditor_id, points, closed
                FROM partner_settlement_item
                WHERE partner_id = ?
                ORDER BY debtor_id, creditor_id""")) {
            select.setBytes(1, UuidBytes.of(partnerId));
            List<FinalSettlement.Item> items = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(new FinalSettlement.Item(
                            Sql.id(row, "debtor_id"),
                            Sql.id(row, "creditor_id"),
                            row.getLong("points"),
                            row.getLong("closed")));
                }
            }
            return items;
        }
    }

    /** Points of a partner's used at others, or of others' at it, in all closed months: by who pays and where. */
    Map<UUID, Map<UUID, Long>> closed(UUID partnerId) {
        return transactions.read(connection -> {
            Map<UUID, Map<UUID, Long>> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT r.funder_id, r.honouring_partner_id, SUM(r.points) AS points
                    FROM closing_redeemed r
                    JOIN closing c ON c.month = r.month AND c.state = 'closed'
                    WHERE r.funder_id = ? OR r.honouring_partner_id = ?
                    GROUP BY r.funder_id, r.honouring_partner_id""")) {
                select.setBytes(1, UuidBytes.of(partnerId));
                select.setBytes(2, UuidBytes.of(partnerId));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(Sql.id(row, "funder_id"), ignored -> new HashMap<>())
                                .put(Sql.id(row, "honouring_partner_id"), row.getLong("points"));
                    }
                }
            }
            return found;
        });
    }
}
