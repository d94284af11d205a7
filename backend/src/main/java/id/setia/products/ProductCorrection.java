package id.setia.products;

import java.util.Optional;
import java.util.UUID;

/** What somebody knows better of a product; what is empty stays as it is. */
public record ProductCorrection(
        UUID partnerId,
        String sku,
        Optional<String> name,
        Optional<String> category,
        Optional<String> brand,
        Optional<Boolean> earns) {

    /** The product as corrected; one never seen before is named by its SKU unless the correction names it. */
    Product of(Optional<Product> known) {
        return new Product(
                partnerId,
                sku,
                name.or(() -> known.map(Product::name)).orElse(sku),
                category.or(() -> known.flatMap(Product::category)),
                brand.or(() -> known.flatMap(Product::brand)),
                earns.or(() -> known.map(Product::earns)).orElse(true),
                true);
    }
}
