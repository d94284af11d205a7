package id.setia.products;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of {@code product}. */
@Singleton
class Products {

    private static final String ADD = """
            INSERT INTO product (partner_id, sku, name, category, brand, supplier, earns, corrected, version, changed_at)
            VALUES (?, ?, ?, ?, ?, NULL, ?, ?, 1, ?)
            """;

    private record Row(Product product, Instant now) {}

    private static final Comparator<Row> KEYS = Comparator.<Row, byte[]>comparing(
                    row -> UuidBytes.of(row.product().partnerId()), Arrays::compareUnsigned)
            .thenComparing(row -> bytes(row.product().sku()), Arrays::compareUnsigned);

    /** A product that another batch has just added stays as that batch wrote it. */
    private static final RowWriter<Row> SEEN = new RowWriter<>(
            450, ADD + "ON DUPLICATE KEY UPDATE partner_id = VALUES(partner_id)", KEYS, Products::bind);

    private static final RowWriter<Row> CORRECTED = new RowWriter<>(
            450,
            ADD + """
            ON DUPLICATE KEY UPDATE
              name = VALUES(name), category = VALUES(category), brand = VALUES(brand), earns = VALUES(earns),
              corrected = VALUES(corrected), version = version + 1, changed_at = VALUES(changed_at)""",
            KEYS,
            Products::bind);

    private final Transactions transactions;

    Products(Transactions transactions) {
        this.transactions = transactions;
    }

    Map<String, Product> find(UUID partnerId, Collection<String> skus) {
        return select(partnerId, skus, "");
    }

    /** The same, locked until the transaction ends. */
    Map<String, Product> lock(UUID partnerId, Collection<String> skus) {
        return select(partnerId, skus, " FOR UPDATE");
    }

    private Map<String, Product> select(UUID partnerId, Collection<String> skus, String lock) {
        Set<String> asked = new HashSet<>(skus);
        if (asked.isEmpty()) {
            return new HashMap<>();
        }
        List<byte[]> ordered = asked.stream().map(Products::bytes).sorted(Arrays::compareUnsigned).toList();
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT sku, name, category, brand, earns, corrected
                    FROM product
                    WHERE partner_id = ?
                      AND sku IN\s""" + Sql.places(ordered) + lock)) {
                select.setBytes(1, UuidBytes.of(partnerId));
                for (int index = 0; index < ordered.size(); index++) {
                    select.setBytes(index + 2, ordered.get(index));
                }
                Map<String, Product> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Product product = product(partnerId, row);
                        found.put(product.sku(), product);
                    }
                }
                return found;
            }
        });
    }

    private static Product product(UUID partnerId, ResultSet row) throws SQLException {
        return new Product(
                partnerId,
                new String(row.getBytes("sku"), StandardCharsets.UTF_8),
                row.getString("name"),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getString("brand")),
                row.getBoolean("earns"),
                row.getBoolean("corrected"));
    }

    void learn(Batch batch, UUID partnerId, SeenProduct seen, Instant now) {
        Product product = new Product(
                partnerId, seen.sku(), seen.name(), seen.category(), seen.brand(), true, false);
        batch.add(SEEN, new Row(product, now));
    }

    void correct(Collection<Product> corrected, Instant now) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            corrected.forEach(product -> batch.add(CORRECTED, new Row(product, now)));
            batch.flush(connection);
            return null;
        });
    }

    private static void bind(PreparedStatement statement, Row row) throws SQLException {
        Product product = row.product();
        statement.setBytes(1, UuidBytes.of(product.partnerId()));
        statement.setBytes(2, bytes(product.sku()));
        statement.setString(3, product.name());
        statement.setString(4, product.category().orElse(null));
        statement.setString(5, product.brand().orElse(null));
        statement.setBoolean(6, product.earns());
        statement.setBoolean(7, product.corrected());
        statement.setObject(8, Sql.time(row.now()));
    }

    private static byte[] bytes(String sku) {
        return sku.getBytes(StandardCharsets.UTF_8);
    }
}
