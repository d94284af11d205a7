package id.setia.products;

import java.util.Optional;
import java.util.UUID;

/**
 * Which products are wanted.
 *
 * @param query a part of the name or the beginning of the SKU
 * @param category with everything below it
 * @param earns only those that do, or only those that do not
 */
record ProductFilter(UUID partnerId, Optional<String> query, Optional<String> category, Optional<Boolean> earns) {}
