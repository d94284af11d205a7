package id.setia.imports;

import id.setia.kernel.Version;
import id.setia.products.Product;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a row says of a product; what it leaves blank stays as it is. */
record ProductRow(
        FileRow source,
        String sku,
        Optional<String> name,
        Said category,
        Said brand,
        Said supplier,
        Optional<Boolean> earns) {

    /** Something, nothing any more, or not a word. */
    record Said(Optional<String> text, boolean emptied) {

        static final Said NOTHING = new Said(Optional.empty(), false);
        static final Said EMPTIED = new Said(Optional.empty(), true);

        static Said something(String text) {
            return new Said(Optional.of(text), false);
        }

        Optional<String> over(Optional<String> known) {
            return emptied ? Optional.empty() : text.or(() -> known);
        }
    }

    /** The product as the row says it is. */
    Product of(UUID partnerId, Optional<Product> known, boolean earnsOtherwise) {
        Product before = known.orElseGet(() -> new Product(
                partnerId,
                sku,
                sku,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                earnsOtherwise,
                false,
                new Version(0),
                Instant.EPOCH));
        return before.restated(
                name.orElse(before.name()),
                category.over(before.category()),
                brand.over(before.brand()),
                supplier.over(before.supplier()),
                earns.orElse(before.earns()));
    }
}
