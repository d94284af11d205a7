package id.setia.products;

import java.util.Optional;

/** What a purchase's line says of its product. */
public record SeenProduct(String sku, String name, Optional<String> category, Optional<String> brand) {}
