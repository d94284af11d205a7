package id.setia.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Columns of a file of products, each under any of its names; case and anything but letters and digits do not matter. */
enum ProductColumn {
    SKU("sku", "stockcode", "productcode"),
    NAME("name", "productname", "description"),
    CATEGORY("category"),
    BRAND("brand"),
    SUPPLIER("supplier"),
    EARNS("earns");

    private final Set<String> names;

    ProductColumn(String... names) {
        this.names = Set.of(names);
    }

    static Optional<ProductColumn> named(String header) {
        String name = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (ProductColumn column : values()) {
            if (column.names.contains(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** As the documentation names it, {@code sku}. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
