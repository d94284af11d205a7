package id.setia.members;

import java.time.Instant;
import java.util.UUID;

/**
 * Two memberships have become one; published inside the transaction that merges them.
 *
 * @param memberId who was merged and now lives on as the survivor
 */
public record MembersMerged(UUID memberId, UUID survivorId, Instant at) {}
