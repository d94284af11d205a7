package id.setia.purchases;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What of a line points paid.
 *
 * @param amount what they are worth, in smallest units
 */
@Serdeable
public record TenderLine(int position, long points, long amount) {}
