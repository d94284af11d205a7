package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Which custom event a rule is for.
 *
 * @param code of the event
 * @param limit how often it gives points to one member
 */
@Serdeable
public record EventCondition(String code, EventLimit limit) {}
