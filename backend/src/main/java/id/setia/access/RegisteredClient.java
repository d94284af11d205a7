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

    /**
     * SHA-256 of a secret of 256 random bits, and when it ends.
     *
     * @param id tells it from the client's others, and nothing of what it is
     */
    public record Secret(String id, byte[] hash, Optional<Instant> expiresAt) {

        public Secret(byte[] hash, Optional<Instant> expiresAt) {
            this(ClientSecrets.id(hash), hash, expiresAt);
        }

        boolean lives(Instant now) {
            return expiresAt.map(now::isBefore).orElse(true);
        }
    }

    /** The secret that was sent. Compares with every one, so that the time tells nothing. */
    Optional<Secret> accepted(String secret, Instant now) {
        byte[] hash = Hashes.sha256(secret);
        Optional<Secret> accepted = Optional.empty();
        for (Secret known : secrets) {
            if (MessageDigest.isEqual(known.hash(), hash) && known.lives(now)) {
                accepted = Optional.of(known);
            }
        }
        return accepted;
    }

    /** Whether the secret a token was given for still lives; a token that does not say which is of before secrets had ids. */
    boolean stillHas(String secretId, Instant now) {
        if (secretId.isEmpty()) {
            return true;
        }
        for (Secret known : secrets) {
            if (known.id().equals(secretId)) {
                return known.lives(now);
            }
        }
        return false;
    }
}
