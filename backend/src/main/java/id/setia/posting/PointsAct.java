package id.setia.posting;

import id.setia.access.IdempotencyKeys;
import id.setia.members.SpendingProof;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An act on one member's points that is done together with others: what it needs, which is locked and read once for all, and
 * what it does.
 *
 * @param work refuses before it changes anything; changes made before a refusal make the whole round start over
 */
record PointsAct<R>(UUID memberId, List<Need> needs, Work<R> work) {

    PointsAct {
        needs = List.copyOf(needs);
    }

    /** What is done at the desk of the transaction. */
    @FunctionalInterface
    interface Work<R> {
        R at(ActDesk desk) throws SQLException;
    }

    /** What an act needs besides its member. */
    sealed interface Need {}

    /** The request under which it has its effect once. */
    record Request(IdempotencyKeys.Named named) implements Need {}

    /** That nothing stands in the way of the member's using points, with the proof it takes. */
    record Spending(Optional<SpendingProof> proof) implements Need {}

    /** The hold it is on. */
    record OnHold(UUID id) implements Need {}

    /** The redemption it is on, and lots whose used points it gives back. */
    record OnRedemption(UUID id, Collection<UUID> usedLots) implements Need {}

    /** The reward whose stock and budget it takes or gives back. */
    record ForReward(UUID id) implements Need {}

    /** The purchase whose points it takes back. */
    record OnPurchase(UUID id) implements Need {}

    /** The points a member of staff has added and taken by hand today. */
    record ByHand(UUID staffId) implements Need {}

    /** An event, of which only points come; it may have been told of before. Rules that have given before may not give again. */
    record Telling(MemberEventRows.Key event, Set<UUID> limitedRules) implements Need {}

    static <R> PointsAct<R> of(UUID memberId, Work<R> work) {
        return new PointsAct<>(memberId, List.of(), work);
    }

    PointsAct<R> needing(Need need) {
        return new PointsAct<>(memberId, Stream.concat(needs.stream(), Stream.of(need)).toList(), work);
    }

    PointsAct<R> once(IdempotencyKeys.Named named) {
        return needing(new Request(named));
    }

    PointsAct<R> spending(Optional<SpendingProof> proof) {
        return needing(new Spending(proof));
    }

    PointsAct<R> onHold(UUID id) {
        return needing(new OnHold(id));
    }

    PointsAct<R> onRedemption(UUID id, Collection<UUID> usedLots) {
        return needing(new OnRedemption(id, usedLots));
    }

    PointsAct<R> forReward(Optional<UUID> id) {
        return id.map(ForReward::new).map(this::needing).orElse(this);
    }

    PointsAct<R> onPurchase(Optional<UUID> id) {
        return id.map(OnPurchase::new).map(this::needing).orElse(this);
    }

    /** Whether it needs something of the kind. */
    boolean needs(Class<? extends Need> kind) {
        return needs.stream().anyMatch(kind::isInstance);
    }

    /** Whether both are to have their effect once under the same key. */
    boolean isSameAs(PointsAct<?> other) {
        return all(List.of(this), Request.class).stream().anyMatch(request -> all(List.of(other), Request.class).stream()
                .anyMatch(another -> request.named().isUnderTheKeyOf(another.named())));
    }

    /** Everything of a kind that any of the acts need. */
    static <N extends Need> List<N> all(Collection<? extends PointsAct<?>> acts, Class<N> kind) {
        return acts.stream()
                .flatMap(act -> act.needs().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
