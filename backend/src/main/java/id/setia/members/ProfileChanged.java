package id.setia.members;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a member changed by their own doing. Published inside the transaction of the change, so that what
 * listens belongs to it.
 *
 * @param at record time
 */
public record ProfileChanged(UUID memberId, Instant at) {}
