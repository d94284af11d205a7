package id.setia.rewards;

import id.setia.kernel.Batch;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows of {@code voucher_use}. */
@Singleton
class VoucherUses {

    /** Written by those who hold the voucher's lock. */
    private static final RowWriter<VoucherUse> ROWS = new RowWriter<>(
            766,
            """
            INSERT INTO voucher_use (
              id, voucher_id, receipt_key, positions, total, client_id, store_id, used_at, ended_at, ended_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE ended_at = VALUES(ended_at), ended_by = VALUES(ended_by)""",
            Comparator.comparing(VoucherUse::id),
            VoucherUses::bind);

    private static final String COLUMNS = """
            SELECT id, voucher_id, receipt_key, positions, total, client_id, store_id, used_at, ended_at, ended_by
            FROM voucher_use
            """;

    private static void bind(Places statement, VoucherUse use) throws SQLException {
        statement.setBytes(1, UuidBytes.of(use.id()));
        statement.setBytes(2, UuidBytes.of(use.voucherId()));
        statement.setBytes(3, use.receiptKey().getBytes(StandardCharsets.UTF_8));
        statement.setString(
                4, use.positions().stream().sorted().map(String::valueOf).collect(Collectors.joining(" ")));
        statement.setObject(5, use.total().orElse(null));
        statement.setBytes(6, UuidBytes.of(use.clientId()));
        statement.setBytes(7, UuidBytes.of(use.storeId()));
        statement.setObject(8, Sql.time(use.usedAt()));
        statement.setObject(9, Sql.time(use.endedAt().orElse(null)));
        statement.setString(10, use.endedBy().orElse(null));
    }

    void add(Batch batch, VoucherUse use) {
        batch.add(ROWS, use);
    }

    Optional<VoucherUse> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
            select.setBytes(1, UuidBytes.of(id));
            return read(select).stream().findFirst();
        }
    }

    /** The latest use of a voucher for a receipt, whether it still counts or not. */
    Optional<VoucherUse> latest(Connection connection, UUID voucherId, String receiptKey) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + "WHERE voucher_id = ? AND receipt_key = ?\nORDER BY id DESC\nLIMIT 1")) {
            select.setBytes(1, UuidBytes.of(voucherId));
            select.setBytes(2, receiptKey.getBytes(StandardCharsets.UTF_8));
            return read(select).stream().findFirst();
        }
    }

    /** Uses for a receipt that still count. */
    List<VoucherUse> ofReceipt(Connection connection, String receiptKey) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + "WHERE receipt_key = ? AND ended_at IS NULL\nORDER BY id")) {
            select.setBytes(1, receiptKey.getBytes(StandardCharsets.UTF_8));
            return read(select);
        }
    }

    /** Those of the receipts for which uses still count. */
    Set<String> served(Connection connection, Collection<String> receiptKeys) throws SQLException {
        List<String> asked = Sql.padded(receiptKeys);
        Set<String> served = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT receipt_key FROM voucher_use WHERE receipt_key IN " + Sql.places(asked) + " AND ended_at IS NULL")) {
            for (int place = 0; place < asked.size(); place++) {
                select.setBytes(place + 1, asked.get(place).getBytes(StandardCharsets.UTF_8));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    served.add(new String(row.getBytes("receipt_key"), StandardCharsets.UTF_8));
                }
            }
        }
        return served;
    }

    private static List<VoucherUse> read(PreparedStatement select) throws SQLException {
        List<VoucherUse> uses = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                uses.add(new VoucherUse(
                        Sql.id(row, "id"),
                        Sql.id(row, "voucher_id"),
                        new String(row.getBytes("receipt_key"), StandardCharsets.UTF_8),
                        positions(row.getString("positions")),
                        Optional.ofNullable(row.getObject("total", Long.class)),
                        Sql.id(row, "client_id"),
                        Sql.id(row, "store_id"),
                        Sql.instant(row, "used_at"),
                        Optional.ofNullable(Sql.instant(row, "ended_at")),
                        Optional.ofNullable(row.getString("ended_by"))));
            }
        }
        return uses;
    }

    private static Set<Integer> positions(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
