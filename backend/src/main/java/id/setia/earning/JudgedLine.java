package id.setia.earning;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line as rules see it.
 *
 * @param base what of it earns, in smallest units; 0 for products that earn nothing
 * @param quantity pieces or measure, three digits after the point
 */
public record JudgedLine(
        int position,
        long base,
        Optional<String> category,
        Optional<String> sku,
        Optional<String> brand,
        BigDecimal quantity) {

    /** One piece of something without a code. */
    public JudgedLine(int position, long base, Optional<String> category) {
        this(position, base, category, Optional.empty(), Optional.empty(), BigDecimal.ONE);
    }
}
