package id.setia.access;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An API client as access needs to know it.
 *
 * @param clientKey what the client sends as {@code client_id}
 * @param terminalId the till it belongs to, empty for a partner's system
 * @param storeId the till's store
 * @param secrets at most two that live, so that one can replace the other without a pause
 */
public record RegisteredClient(
        UUID id,
        String clientKey,
        UUID partnerId,
        Optional<UUID> terminalId,
        Optional<UUID> storeId,
        boolean programOwner,
        Set<Scope> scopes,
        List<Secret> secrets) {

    /** SHA-256 of a secret of 256 random bits, and when it ends. */
    public record Secret(byte[] hash, Optional<Instant> expiresAt) {

        boolean matches(byte[] otherHash, Instant now) {
            return MessageDigest.isEqual(hash, otherHash)
                    && expiresAt.map(now::isBefore).orElse(true);
        }
    }

    /** Compares with every secret, so that the time tells nothing. */
    boolean accepts(String secret, Instant now) {
        byte[] hash = Hashes.sha256(secret);
        boolean accepted = false;
        for (Secret known : secrets) {
            accepted |= known.matches(hash, now);
        }
        return accepted;
    }
}
