package id.setia.purchases;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line as the till printed it.
 *
 * @param position 1 or more, unique on the receipt
 * @param quantity more than 0, three digits after the point
 * @param discount on this line, in smallest units, 0 or more, already taken off the amount
 * @param amount in smallest units
 */
public record ReceiptLine(
        int position,
        Optional<String> sku,
        String name,
        BigDecimal quantity,
        Optional<BigDecimal> unitPrice,
        long discount,
        Optional<String> discountKind,
        long amount,
        Optional<String> category,
        Optional<String> brand) {}
