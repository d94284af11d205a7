package id.setia.purchases;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A part of the payment.
 *
 * @param amount in smallest units
 */
@Serdeable
public record Tender(TenderKind kind, long amount) {}
