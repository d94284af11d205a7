package id.setia.earning;

import java.util.Optional;

/**
 * A line as rules see it.
 *
 * @param base what of it earns, in smallest units; 0 for products that earn nothing
 */
public record JudgedLine(int position, long base, Optional<String> category) {}
