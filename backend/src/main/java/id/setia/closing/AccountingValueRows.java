package id.setia.closing;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code accounting_value}. */
@Singleton
class AccountingValueRows {

    private static final String COLUMNS = """
            SELECT id, valid_from, value, set_by, set_at
            FROM accounting_value
            """;

    private final Transactions transactions;

    AccountingValueRows(Transactions transactions) {
        this.transactions = transactions;
    }

    void insert(AccountingValue value) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO accounting_value (id, valid_from, value, set_by, set_at)
                    VALUES (?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, UuidBytes.of(value.id()));
                insert.setObject(2, value.validFrom());
                insert.setBigDecimal(3, value.value());
                insert.setBytes(4, UuidBytes.of(value.setBy()));
                insert.setObject(5, Sql.time(value.setAt()));
                return insert.executeUpdate();
            }
        });
    }

    Optional<AccountingValue> on(LocalDate day) {
        return read(
                        COLUMNS + "WHERE valid_from <= ? ORDER BY valid_from DESC, set_at DESC, id DESC LIMIT 1",
                        select -> select.setObject(1, day))
                .stream()
                .findFirst();
    }

    Optional<AccountingValue> find(UUID id) {
        return read(COLUMNS + "WHERE id = ?", select -> select.setBytes(1, UuidBytes.of(id))).stream().findFirst();
    }

    List<AccountingValue> all() {
        return read(COLUMNS + "ORDER BY valid_from DESC, set_at DESC, id DESC", select -> {});
    }

    @FunctionalInterface
    private interface Binding {
        void to(PreparedStatement select) throws SQLException;
    }

    private List<AccountingValue> read(String sql, Binding binding) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                binding.to(select);
                List<AccountingValue> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new AccountingValue(
                                Sql.id(row, "id"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getBigDecimal("value"),
                                Sql.id(row, "set_by"),
                                Sql.instant(row, "set_at")));
                    }
                }
                return found;
            }
        });
    }
}
