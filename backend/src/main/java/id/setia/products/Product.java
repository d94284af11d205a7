package id.setia.products;

import id.setia.kernel.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A product of a partner.
 *
 * @param category path, {@code Makanan > Beras}
 * @param supplier who delivers it
 * @param earns whether buying it can give points
 * @param corrected whether somebody has said what it is; lines of purchases then teach nothing more
 */
public record Product(
        UUID partnerId,
        String sku,
        String name,
        Optional<String> category,
        Optional<String> brand,
        Optional<String> supplier,
        boolean earns,
        boolean corrected,
        Version version,
        Instant changedAt) {

    /** The same product with another say on whether it earns. */
    Product earning(boolean another) {
        return new Product(partnerId, sku, name, category, brand, supplier, another, corrected, version, changedAt);
    }

    /** The same product as somebody has said it is. */
    public Product restated(
            String otherName,
            Optional<String> otherCategory,
            Optional<String> otherBrand,
            Optional<String> otherSupplier,
            boolean otherEarns) {
        return new Product(
                partnerId, sku, otherName, otherCategory, otherBrand, otherSupplier, otherEarns, true, version, changedAt);
    }
}
