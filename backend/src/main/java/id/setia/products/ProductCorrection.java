package id.setia.products;

import id.setia.kernel.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What somebody knows better of a product; what is empty stays as it is. */
public record ProductCorrection(
        UUID partnerId,
        String sku,
        Optional<String> name,
        Optional<String> category,
        Optional<String> brand,
        Optional<String> supplier,
        Optional<Boolean> earns) {

    /** One that says nothing of the supplier. */
    public ProductCorrection(
            UUID partnerId,
            String sku,
            Optional<String> name,
            Optional<String> category,
            Optional<String> brand,
            Optional<Boolean> earns) {
        this(partnerId, sku, name, category, brand, Optional.empty(), earns);
    }

    /** The product as corrected; one never seen before is named by its SKU unless the correction names it. */
    Product of(Optional<Product> known, Instant now) {
        return new Product(
                partnerId,
                sku,
                name.or(() -> known.map(Product::name)).orElse(sku),
                category.or(() -> known.flatMap(Product::category)),
                brand.or(() -> known.flatMap(Product::brand)),
                supplier.or(() -> known.flatMap(Product::supplier)),
                earns.or(() -> known.map(Product::earns)).orElse(true),
                true,
                known.map(Product::version).orElse(new Version(0)),
                now);
    }
}
