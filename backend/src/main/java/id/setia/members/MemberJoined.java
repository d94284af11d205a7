package id.setia.members;

import java.time.Instant;
import java.util.UUID;

/**
 * A member joined. Published inside the transaction of joining, so that what listens belongs to it.
 *
 * @param at business time
 */
public record MemberJoined(UUID memberId, Instant at) {}
