package id.setia.posting;

import id.setia.access.IdempotencyKeys;
import id.setia.members.SpendingProof;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An act on one member's points that is done together with others: what it needs, which is locked and read once for all, and
 * what it does.
 *
 * @param request under which it has its effect once
 * @param proof that it takes
 * @param holdId of the hold it is on
 * @param redemptionId of the redemption it is on
 * @param rewardId of the reward whose stock and budget it takes or gives back
 * @param usedLots whose used points it gives back
 * @param work refuses before it changes anything; changes made before a refusal make the whole round start over
 */
record PointsAct<R>(
        UUID memberId,
        Optional<IdempotencyKeys.Named> request,
        Optional<SpendingProof> proof,
        Optional<UUID> holdId,
        Optional<UUID> redemptionId,
        Optional<UUID> rewardId,
        Collection<UUID> usedLots,
        Work<R> work) {

    /** What is done at the desk of the transaction. */
    @FunctionalInterface
    interface Work<R> {
        R at(ActDesk desk) throws SQLException;
    }

    static <R> PointsAct<R> of(UUID memberId, Work<R> work) {
        return new PointsAct<>(
                memberId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                work);
    }

    PointsAct<R> once(IdempotencyKeys.Named named) {
        return new PointsAct<>(
                memberId, Optional.of(named), proof, holdId, redemptionId, rewardId, usedLots, work);
    }

    PointsAct<R> showing(Optional<SpendingProof> shown) {
        return new PointsAct<>(memberId, request, shown, holdId, redemptionId, rewardId, usedLots, work);
    }

    PointsAct<R> onHold(UUID id) {
        return new PointsAct<>(
                memberId, request, proof, Optional.of(id), redemptionId, rewardId, usedLots, work);
    }

    PointsAct<R> onRedemption(UUID id, Collection<UUID> lots) {
        return new PointsAct<>(memberId, request, proof, holdId, Optional.of(id), rewardId, lots, work);
    }

    PointsAct<R> forReward(Optional<UUID> id) {
        return new PointsAct<>(memberId, request, proof, holdId, redemptionId, id, usedLots, work);
    }
}
