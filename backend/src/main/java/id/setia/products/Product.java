package id.setia.products;

import java.util.Optional;
import java.util.UUID;

/**
 * A product of a partner.
 *
 * @param category path, {@code Makanan > Beras}
 * @param earns whether buying it can give points
 * @param corrected whether somebody has said what it is; lines of purchases then teach nothing more
 */
public record Product(
        UUID partnerId,
        String sku,
        String name,
        Optional<String> category,
        Optional<String> brand,
        boolean earns,
        boolean corrected) {}
