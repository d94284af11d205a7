package id.setia.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one API client read of one member in one hour.
 *
 * @param hour when that hour began
 * @param terminalId the till, empty for a partner's system
 * @param reads how often
 * @param lastAt when it did last
 */
record PartnerRead(
        UUID memberId,
        Instant hour,
        UUID clientId,
        UUID partnerId,
        Optional<UUID> terminalId,
        List<ReadOperation> operations,
        List<ReadField> fields,
        long reads,
        Instant lastAt) {}
