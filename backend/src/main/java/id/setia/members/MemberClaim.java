package id.setia.members;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody on the way to claim a membership; also the row.
 *
 * @param phone where the code went; empty when a card was named that is nobody's to claim
 * @param withCard whether they named the membership's card, a second proof
 * @param memberId the unclaimed membership behind the phone, once the phone is proven
 * @param tokenHash of what the browser that proved the phone goes on with
 */
record MemberClaim(
        UUID id,
        Optional<PhoneNumber> phone,
        boolean withCard,
        String language,
        Optional<UUID> codeId,
        Optional<UUID> memberId,
        Optional<byte[]> tokenHash,
        Optional<Instant> provenAt,
        Instant createdAt) {}
