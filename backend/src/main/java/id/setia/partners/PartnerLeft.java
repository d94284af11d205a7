package id.setia.partners;

import java.time.Instant;
import java.util.UUID;

/**
 * A partner has left: whoever keeps something that is given at its expense ends it, in this very transaction. What members
 * have stays theirs.
 *
 * @param at since when; may lie some minutes back
 */
public record PartnerLeft(UUID partnerId, Instant at) {}
