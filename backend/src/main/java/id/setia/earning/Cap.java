package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What one member gets of a rule at most in one period.
 *
 * @param most points, or purchases that get any; more than 0
 */
@Serdeable
public record Cap(CapPeriod period, CapUnit unit, long most) {}
