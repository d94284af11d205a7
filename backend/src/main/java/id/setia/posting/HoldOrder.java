package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be set aside, for whom, and where it will be used.
 *
 * @param points more than 0
 * @param reference the caller's own word for it, for records
 * @param partnerId who will give something for the points
 * @param clientId who asks
 * @param goodForSeconds how long until it times out
 * @param rewardId the reward of which a piece is set aside too, for {@link HoldPurpose#REWARD} only
 */
@Serdeable
public record HoldOrder(
        UUID memberId,
        long points,
        HoldPurpose purpose,
        Optional<String> reference,
        UUID partnerId,
        Optional<UUID> storeId,
        UUID clientId,
        long goodForSeconds,
        Optional<UUID> rewardId) {

    HoldOrder(
            UUID memberId,
            long points,
            HoldPurpose purpose,
            Optional<String> reference,
            UUID partnerId,
            Optional<UUID> storeId,
            UUID clientId,
            long goodForSeconds) {
        this(memberId, points, purpose, reference, partnerId, storeId, clientId, goodForSeconds, Optional.empty());
    }
}
