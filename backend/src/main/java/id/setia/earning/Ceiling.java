package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How many points a rule could still give a member when the purchase arrived.
 *
 * @param points 0 or more
 * @param by the cap that allows no more
 */
@Serdeable
public record Ceiling(long points, CapKind by) {}
