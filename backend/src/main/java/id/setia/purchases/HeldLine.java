package id.setia.purchases;

import java.math.BigDecimal;

/** What a line of a purchase still holds after refunds. */
public record HeldLine(NaturalKey purchaseKey, int position, String sku, BigDecimal quantity) {}
