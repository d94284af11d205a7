package id.setia.posting;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a partner's system told of a member; also the row.
 *
 * @param key the partner's own, so that telling of it again has one effect
 * @param judgement JSON of what came of it
 */
record MemberEvent(
        UUID id,
        UUID memberId,
        String code,
        UUID partnerId,
        byte[] key,
        Instant occurredAt,
        Instant recordedAt,
        long points,
        String judgement) {}
