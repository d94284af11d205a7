package id.setia.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A secret that events of an endpoint are signed with, as it is kept; also the row.
 *
 * @param expiresAt when it signs no more, where another took its place
 */
record WebhookSecret(UUID endpointId, UUID id, byte[] sealed, Instant createdAt, Optional<Instant> expiresAt) {

    boolean isLive(Instant now) {
        return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
    }
}
