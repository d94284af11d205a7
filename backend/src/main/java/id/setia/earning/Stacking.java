package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Rules of one group exclude each other on a receipt: of those that give anything the one of highest priority gives, then
 * the one that gives most, then the first by code.
 *
 * @param priority 0 to 1,000, higher goes first
 */
@Serdeable
public record Stacking(String group, int priority) {}
