package id.setia.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One business event on its way to the feed. Knows members by their opaque id and carries no personal data.
 *
 * @param memberSeq the member's last ledger number when it happened, 0 where the ledger was not touched
 * @param payload JSON object
 */
public record Event(
        UUID id,
        Optional<UUID> memberId,
        long memberSeq,
        String type,
        int version,
        String payload,
        Instant occurredAt,
        Instant recordedAt) {}
