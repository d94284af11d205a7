package id.setia.members;

import java.time.Instant;
import java.util.UUID;

/**
 * A code on its way.
 *
 * @param id names it when it comes back
 */
public record SentCode(UUID id, Contact contact, Instant expiresAt) {}
