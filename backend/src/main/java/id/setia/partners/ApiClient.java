package id.setia.partners;

import id.setia.access.Scope;
import id.setia.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An API client as staff see it: everything but its secrets.
 *
 * @param clientKey what it sends as {@code client_id}
 * @param terminalId the till it belongs to, empty for a partner's system
 * @param secrets those that were given out and not taken back, the newest first
 * @param lastUsedAt the minute in which it called last
 */
record ApiClient(
        UUID id,
        String clientKey,
        UUID partnerId,
        Optional<UUID> terminalId,
        String name,
        Set<Scope> scopes,
        boolean active,
        Instant createdAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt,
        List<Secret> secrets,
        Version version) {

    /** When a secret was given out, when it ends, and the minute in which somebody called last by it. */
    record Secret(String id, byte[] hash, Instant createdAt, Optional<Instant> expiresAt, Optional<Instant> lastUsedAt) {

        boolean lives(Instant now) {
            return expiresAt.map(now::isBefore).orElse(true);
        }
    }
}
