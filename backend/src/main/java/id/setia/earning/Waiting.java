package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How long points of a rule stay pending.
 *
 * @param days after the purchase; 0 when they wait for a confirmation
 * @param confirmation whether they wait until somebody confirms the purchase
 */
@Serdeable
public record Waiting(int days, boolean confirmation) {}
