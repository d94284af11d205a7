package id.setia.products;

import id.setia.kernel.Batch;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
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
              name = VALUES(name), category = VALUES(category), brand = VALUES(brand),
              supplier = VALUES(supplier), earns = VALUES(earns),
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
        List<byte[]> ordered =
                Sql.padded(asked.stream().map(Products::bytes).sorted(Arrays::compareUnsigned).toList());
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT sku, name, category, brand, supplier, earns, corrected, version, changed_at
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

    /** Adds the products of the SKUs to the sheaf; known once that is read. */
    static Map<String, Product> read(UUID partnerId, Collection<String> skus, Sheaf sheaf) {
        Map<String, Product> found = new HashMap<>();
        if (!skus.isEmpty()) {
            List<byte[]> asked = Sql.padded(skus.stream().distinct().map(Products::bytes).toList());
            SheafPart part = new SheafPart(
                    "product WHERE partner_id = ? AND sku IN " + Sql.places(asked),
                    List.of("sku"),
                    List.of("name", "category", "brand", "supplier"),
                    List.of("earns", "corrected", "version"),
                    List.of("changed_at"));
            List<Object> values = new ArrayList<>();
            values.add(partnerId);
            values.addAll(asked);
            sheaf.add(part, values, row -> {
                Product product = product(partnerId, row);
                found.put(product.sku(), product);
            });
        }
        return found;
    }

    private static Product product(UUID partnerId, Sheaf.Row row) throws SQLException {
        return new Product(
                partnerId,
                new String(row.bytes("sku"), StandardCharsets.UTF_8),
                row.text("name"),
                Optional.ofNullable(row.text("category")),
                Optional.ofNullable(row.text("brand")),
                Optional.ofNullable(row.text("supplier")),
                row.flag("earns"),
                row.flag("corrected"),
                new Version(row.number("version")),
                row.instant("changed_at"));
    }

    private static Product product(UUID partnerId, ResultSet row) throws SQLException {
        return new Product(
                partnerId,
                new String(row.getBytes("sku"), StandardCharsets.UTF_8),
                row.getString("name"),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getString("brand")),
                Optional.ofNullable(row.getString("supplier")),
                row.getBoolean("earns"),
                row.getBoolean("corrected"),
                new Version(row.getLong("version")),
                Sql.instant(row, "changed_at"));
    }

    /** A page of products and one more, in the order of their SKUs. */
    List<Product> list(ProductFilter filter, String afterSku, int limit) {
        StringBuilder sql = new StringBuilder("""
                SELECT sku, name, category, brand, supplier, earns, corrected, version, changed_at
                FROM product
                WHERE partner_id = ? AND sku > ?""");
        List<Object> values = new ArrayList<>();
        filter.query().ifPresent(query -> {
            sql.append(" AND (name LIKE ? ESCAPE '!' OR sku LIKE ? ESCAPE '!')");
            values.add("%" + CategoryPath.escaped(query) + "%");
            values.add(bytes(CategoryPath.escaped(query) + "%"));
        });
        filter.category().ifPresent(category -> {
            sql.append(" AND (category = ? OR category LIKE ? ESCAPE '!')");
            values.add(category);
            values.add(CategoryPath.patternBelow(category));
        });
        filter.earns().ifPresent(earns -> {
            sql.append(" AND earns = ?");
            values.add(earns);
        });
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql + " ORDER BY sku LIMIT ?")) {
                int place = 1;
                select.setBytes(place++, UuidBytes.of(filter.partnerId()));
                select.setBytes(place++, bytes(afterSku));
                for (Object value : values) {
                    select.setObject(place++, value);
                }
                select.setInt(place, limit + 1);
                List<Product> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(product(filter.partnerId(), row));
                    }
                }
                return found;
            }
        });
    }

    /** What categories there are, in their order. */
    List<CategoryCount> categories(UUID partnerId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT category, COUNT(*) AS products, SUM(CASE WHEN earns THEN 1 ELSE 0 END) AS earning
                    FROM product
                    WHERE partner_id = ? AND category IS NOT NULL
                    GROUP BY category
                    ORDER BY category
                    LIMIT 5000""")) {
                select.setBytes(1, UuidBytes.of(partnerId));
                List<CategoryCount> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new CategoryCount(
                                row.getString("category"), row.getLong("products"), row.getLong("earning")));
                    }
                }
                return found;
            }
        });
    }

    void learn(Batch batch, UUID partnerId, SeenProduct seen, boolean earns, Instant now) {
        Product product = new Product(
                partnerId,
                seen.sku(),
                seen.name(),
                seen.category(),
                seen.brand(),
                Optional.empty(),
                earns,
                false,
                new Version(0),
                now);
        batch.add(SEEN, new Row(product, now));
    }

    /** Writes products over what is stored of them. */
    void correct(Collection<Product> corrected, Instant now) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            corrected.forEach(product -> batch.add(CORRECTED, new Row(product, now)));
            batch.flush(connection);
            return null;
        });
    }

    private static void bind(Places statement, Row row) throws SQLException {
        Product product = row.product();
        statement.setBytes(1, UuidBytes.of(product.partnerId()));
        statement.setBytes(2, bytes(product.sku()));
        statement.setString(3, product.name());
        statement.setString(4, product.category().orElse(null));
        statement.setString(5, product.brand().orElse(null));
        statement.setString(6, product.supplier().orElse(null));
        statement.setBoolean(7, product.earns());
        statement.setBoolean(8, product.corrected());
        statement.setObject(9, Sql.time(row.now()));
    }

    private static byte[] bytes(String sku) {
        return sku.getBytes(StandardCharsets.UTF_8);
    }
}
