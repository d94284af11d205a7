package id.setia.posting;

import id.setia.points.SetAside;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Points set aside until they are used, let go or timed out.
 *
 * @param confirmedPoints how many of them were used
 * @param givenBack how many of the used ones refunds gave back since
 * @param lots where the points came from, in the order in which they are used
 * @param purchaseId the purchase they paid for
 * @param proof by what the member proved to be there; {@code none} where none was needed
 * @param expiresAt in the programme's time
 * @param version rises with each change
 */
public record Hold(
        UUID id,
        UUID memberId,
        HoldState state,
        long points,
        long confirmedPoints,
        long givenBack,
        SetAside lots,
        HoldPurpose purpose,
        Optional<String> reference,
        UUID partnerId,
        Optional<UUID> storeId,
        UUID clientId,
        Optional<UUID> purchaseId,
        String proof,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> endedAt,
        long version) {

    static Hold created(UUID id, HoldOrder order, SetAside lots, String proof, Instant now) {
        return new Hold(
                id, order.memberId(), HoldState.OPEN, order.points(), 0, 0, lots, order.purpose(), order.reference(),
                order.partnerId(), order.storeId(), order.clientId(), Optional.empty(), proof, now,
                now.plus(Duration.ofSeconds(order.goodForSeconds())), Optional.empty(), 1);
    }

    Hold confirmed(long used, Optional<UUID> byPurchase, Instant now) {
        return new Hold(
                id, memberId, HoldState.CONFIRMED, points, used, 0, lots, purpose, reference, partnerId, storeId, clientId,
                byPurchase, proof, createdAt, expiresAt, Optional.of(now), version + 1);
    }

    Hold ended(HoldState as, Instant at) {
        return new Hold(
                id, memberId, as, points, 0, 0, lots, purpose, reference, partnerId, storeId, clientId, purchaseId, proof,
                createdAt, expiresAt, Optional.of(at), version + 1);
    }

    /** The same, of whom its member lives on as. */
    Hold follow(UUID survivorId, SetAside successors) {
        return new Hold(
                id, survivorId, state, points, confirmedPoints, givenBack, successors, purpose, reference, partnerId, storeId,
                clientId, purchaseId, proof, createdAt, expiresAt, endedAt, version + 1);
    }

    Hold givingBack(long more) {
        return new Hold(
                id, memberId, state, points, confirmedPoints, givenBack + more, lots, purpose, reference, partnerId, storeId,
                clientId, purchaseId, proof, createdAt, expiresAt, endedAt, version + 1);
    }

    /** Whether its time is over and nobody has written so yet. */
    boolean isOverdue(Instant now) {
        return state == HoldState.OPEN && !expiresAt.isAfter(now);
    }

    /** Where so many more of the used points go back to: what was used last comes back first. */
    SetAside comingBack(long more) {
        return lots.first(confirmedPoints).reversed().after(givenBack).first(more);
    }
}
