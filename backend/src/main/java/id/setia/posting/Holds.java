package id.setia.posting;

import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.OwnSpending;
import id.setia.members.SpendingPlace;
import id.setia.members.SpendingProof;
import id.setia.members.SpendingProofKind;
import id.setia.members.SpendingProofs;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The door for points set aside: created once, then confirmed, cancelled or timed out, once. */
@Singleton
public class Holds {

    private final Lanes lanes;
    private final PointsLedger points;
    private final HoldRows rows;
    private final HoldActs acts;
    private final SpendingProofs proofs;
    private final OwnSpending ownSpending;
    private final PointsPayments payments;
    private final IdempotencyKeys requests;
    private final IdMaker ids;

    Holds(
            Lanes lanes,
            PointsLedger points,
            HoldRows rows,
            HoldActs acts,
            SpendingProofs proofs,
            OwnSpending ownSpending,
            PointsPayments payments,
            IdempotencyKeys requests,
            IdMaker ids) {
        this.lanes = lanes;
        this.points = points;
        this.rows = rows;
        this.acts = acts;
        this.proofs = proofs;
        this.ownSpending = ownSpending;
        this.payments = payments;
        this.requests = requests;
        this.ids = ids;
    }

    /** An act on one hold, under its member's lock. */
    @FunctionalInterface
    private interface Act {
        Hold on(LedgerSession session, Hold hold);
    }

    /**
     * Sets points aside.
     *
     * @param key the caller's name for the request; a second one under it has no effect
     * @param proof that the member is there; a member who is signed in and asks for themselves needs one for many points
     * @throws Problem {@code spending_not_allowed}, {@code insufficient_points}, {@code redemption_proof_required}, {@code
     *     redemption_proof_wrong}, {@code spending_locked}, {@code spending_cooling_off}, {@code
     *     idempotency_key_missing}, {@code idempotency_key_reused}
     */
    public Hold create(Caller caller, Optional<String> key, HoldOrder order, Optional<SpendingProof> proof) {
        IdempotencyKeys.Request request = new IdempotencyKeys.Request(caller, key, "hold", order);
        SpendingProofs.Shown shown = shown(caller, order, proof);
        IdempotencyKeys.Made made = lanes.in(order.memberId(), () -> {
            try {
                return requests.once(request, ids.next(), id -> create(caller, id, order, shown));
            } catch (Problem refused) {
                if (refused.code() == ProblemCode.REDEMPTION_PROOF_WRONG) {
                    throw proofs.failed(order.memberId());
                }
                throw refused;
            }
        });
        return rows.find(made.resourceId()).orElseThrow();
    }

    private SpendingProofs.Shown shown(Caller caller, HoldOrder order, Optional<SpendingProof> proof) {
        return isOwn(caller, order)
                ? ownSpending.look((Caller.SignedInMember) caller, proof)
                : proofs.look(order.memberId(), proof, payments.policy().proofsFor(order.points()));
    }

    private static boolean isOwn(Caller caller, HoldOrder order) {
        return caller instanceof Caller.SignedInMember member && member.memberId().equals(order.memberId());
    }

    private void create(Caller caller, UUID id, HoldOrder order, SpendingProofs.Shown shown) {
        String kind = proven(caller, order, shown);
        points.post(session -> {
            session.lock(Set.of(order.memberId()), Set.of(order.memberId()), List.of());
            return acts.create(session, id, order, kind);
        });
    }

    /** By what the member proved to be there: their session, where they ask for themselves. */
    private String proven(Caller caller, HoldOrder order, SpendingProofs.Shown shown) {
        if (isOwn(caller, order)) {
            ownSpending.require((Caller.SignedInMember) caller, order.points(), shown);
            return "session";
        }
        proofs.take(
                order.memberId(),
                shown,
                payments.policy().proofsFor(order.points()),
                new SpendingPlace(order.partnerId(), order.storeId(), order.points()));
        return shown.proof().map(SpendingProof::kind).map(SpendingProofKind::value).orElseThrow();
    }

    public Optional<Hold> find(UUID id) {
        return rows.find(id);
    }

    /**
     * Uses the points, all of them unless fewer are named; what is left over comes back. Repeating it is safe.
     *
     * @throws Problem {@code hold_expired}, {@code hold_ended} when it was cancelled, or confirmed with another number
     */
    public Hold confirm(Hold known, OptionalLong used) {
        long wanted = used.orElse(known.points());
        if (wanted > known.points()) {
            throw Problem.invalid("/points", "exceeds_hold", known.points());
        }
        if (known.purpose() == HoldPurpose.REWARD && wanted != known.points()) {
            throw Problem.invalid("/points", "differs", known.points(), wanted);
        }
        Hold hold = under(known, (session, open) -> acts.confirm(session, open, wanted, Optional.empty()));
        return switch (hold.state()) {
            case OPEN -> throw new IllegalStateException("hold " + hold.id() + " is still open");
            case EXPIRED -> throw Problem.of(ProblemCode.HOLD_EXPIRED, hold.expiresAt());
            case CANCELLED -> throw Problem.of(ProblemCode.HOLD_ENDED);
            case CONFIRMED -> {
                if (used.isPresent() && hold.confirmedPoints() != wanted) {
                    throw Problem.of(ProblemCode.HOLD_ENDED);
                }
                yield hold;
            }
        };
    }

    /**
     * Lets the points go. Repeating it is safe; so is cancelling what has timed out.
     *
     * @throws Problem {@code hold_ended} when it was confirmed
     */
    public Hold cancel(Hold known) {
        Hold hold = under(known, acts::cancel);
        if (hold.state() == HoldState.CONFIRMED) {
            throw Problem.of(ProblemCode.HOLD_ENDED);
        }
        return hold;
    }

    /** Lets overdue holds go; any of several nodes may, and each hold is let go once. Answers how many were looked at. */
    int timeOut(Instant now, int limit) {
        Collection<Hold> overdue = rows.overdue(now, limit);
        overdue.forEach(hold -> under(hold, (session, open) -> open));
        return overdue.size();
    }

    /** Acts on the hold if it is open still; one that is overdue is timed out instead. */
    private Hold under(Hold known, Act act) {
        return lanes.in(known.memberId(), () -> points.post(session -> {
            Hold hold = locked(session, known);
            if (hold.isOverdue(session.now())) {
                return acts.timeOut(session, hold);
            }
            return hold.state() == HoldState.OPEN ? act.on(session, hold) : hold;
        }));
    }

    private Hold locked(LedgerSession session, Hold known) throws SQLException {
        session.lock(Set.of(known.memberId()), Set.of(known.memberId()), List.of());
        Hold hold = rows.find(known.id()).orElseThrow();
        if (!hold.memberId().equals(known.memberId())) {
            throw Problem.of(ProblemCode.CONCURRENT_REQUEST);
        }
        return hold;
    }
}
