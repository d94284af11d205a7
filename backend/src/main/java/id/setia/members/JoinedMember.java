package id.setia.members;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who joined.
 *
 * @param storeId where a till enrolled them; empty for those who joined by themselves or came from another system
 */
public record JoinedMember(UUID id, Instant joinedAt, Optional<UUID> storeId) {}
