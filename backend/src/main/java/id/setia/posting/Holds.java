package id.setia.posting;

import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.MemberRegistry;
import id.setia.members.OwnSpending;
import id.setia.members.SpendingPlace;
import id.setia.members.SpendingProof;
import id.setia.members.SpendingProofKind;
import id.setia.members.SpendingProofs;
import id.setia.points.PointsLedger;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door for points set aside: created once, then confirmed, cancelled or timed out, once. */
@Singleton
public class Holds {

    private final ActLine line;
    private final PointsLedger points;
    private final ActDesks desks;
    private final HoldRows rows;
    private final HoldActs acts;
    private final SpendingProofs proofs;
    private final OwnSpending ownSpending;
    private final PointsPayments payments;
    private final IdempotencyKeys requests;
    private final MemberRegistry members;
    private final BusinessClock clock;
    private final IdMaker ids;

    Holds(
            ActLine line,
            PointsLedger points,
            ActDesks desks,
            HoldRows rows,
            HoldActs acts,
            SpendingProofs proofs,
            OwnSpending ownSpending,
            PointsPayments payments,
            IdempotencyKeys requests,
            MemberRegistry members,
            BusinessClock clock,
            IdMaker ids) {
        this.line = line;
        this.points = points;
        this.desks = desks;
        this.rows = rows;
        this.acts = acts;
        this.proofs = proofs;
        this.ownSpending = ownSpending;
        this.payments = payments;
        this.requests = requests;
        this.members = members;
        this.clock = clock;
        this.ids = ids;
    }

    /** An act on one hold, under its member's lock. */
    @FunctionalInterface
    private interface Act {
        Hold on(ActDesk desk, Hold hold) throws SQLException;
    }

    /**
     * Sets points aside. What the member has is told to nobody whose proof is wrong; a right one is not used up by a hold that
     * is refused.
     *
     * @param key the caller's name for the request; a second one under it has no effect
     * @param proof that the member is there; a member who is signed in and asks for themselves needs one for many points
     * @throws Problem {@code spending_not_allowed}, {@code insufficient_points}, {@code redemption_proof_required}, {@code
     *     redemption_proof_wrong}, {@code spending_locked}, {@code spending_cooling_off}, {@code
     *     idempotency_key_missing}, {@code idempotency_key_reused}
     */
    public Hold create(Caller caller, Optional<String> key, HoldOrder order, Optional<SpendingProof> proof) {
        SpendingProofs.Shown shown = shown(caller, order, proof);
        try {
            return line.perform(creating(caller, key, order, shown));
        } catch (Problem refused) {
            throw refused.code() == ProblemCode.REDEMPTION_PROOF_WRONG ? proofs.failed(order.memberId(), shown) : refused;
        }
    }

    PointsAct<Hold> creating(Caller caller, Optional<String> key, HoldOrder order, SpendingProofs.Shown shown) {
        IdempotencyKeys.Named request = requests.named(new IdempotencyKeys.Request(caller, key, "hold", order));
        UUID id = ids.next();
        return PointsAct.of(order.memberId(), desk -> create(desk, caller, request, id, order, shown))
                .once(request)
                .spending(isOwn(caller, order) ? Optional.empty() : shown.proof())
                .forReward(order.rewardId());
    }

    private SpendingProofs.Shown shown(Caller caller, HoldOrder order, Optional<SpendingProof> proof) {
        return isOwn(caller, order)
                ? ownSpending.look((Caller.SignedInMember) caller, proof)
                : proofs.look(order.memberId(), proof, payments.policy().proofsFor(order.points()));
    }

    private static boolean isOwn(Caller caller, HoldOrder order) {
        return caller instanceof Caller.SignedInMember member && member.memberId().equals(order.memberId());
    }

    private Hold create(
            ActDesk desk,
            Caller caller,
            IdempotencyKeys.Named request,
            UUID id,
            HoldOrder order,
            SpendingProofs.Shown shown)
            throws SQLException {
        IdempotencyKeys.Made made = desk.requests().once(desk.batch(), request, id, () -> {
            desk.proofs().refuse(order.memberId(), shown);
            String kind = proven(caller, order, shown);
            acts.refuseMember(desk, order);
            SpendingPlace place = new SpendingPlace(order.partnerId(), order.storeId(), order.points());
            boolean own = isOwn(caller, order);
            if (!own) {
                desk.proofs().refuseWrong(order.memberId(), shown, place);
            }
            acts.refuse(desk, order);
            if (!own) {
                desk.proofs().take(order.memberId(), shown, place);
            }
            desk.put(acts.create(desk, id, order, kind));
        });
        return Optional.ofNullable(desk.hold(made.resourceId()))
                .or(() -> rows.find(made.resourceId()))
                .orElseThrow();
    }

    /** By what the member says to be there: their session, where they ask for themselves. */
    private String proven(Caller caller, HoldOrder order, SpendingProofs.Shown shown) {
        if (isOwn(caller, order)) {
            ownSpending.require((Caller.SignedInMember) caller, order.points(), shown);
            return "session";
        }
        proofs.refuseUnlessCounting(shown, payments.policy().proofsFor(order.points()));
        return shown.proof().map(SpendingProof::kind).map(SpendingProofKind::value).orElseThrow();
    }

    /** What is still open for everybody, the one that ends next first. */
    Page<Hold> open(Optional<String> cursor, int limit) {
        return rows.open(clock.now(), cursor, limit);
    }

    /** What a partner, or any, has set aside for a member, merges followed, and that is still open; the oldest first. */
    List<Hold> openAt(UUID memberId, Optional<UUID> partnerId) {
        return rows.open(members.livesOnAs(memberId)).stream()
                .filter(hold -> partnerId.isEmpty() || hold.partnerId().equals(partnerId.get()))
                .filter(hold -> !hold.isOverdue(clock.now()))
                .sorted(Comparator.comparing(Hold::createdAt).thenComparing(Hold::id))
                .toList();
    }

    public Optional<Hold> find(UUID id) {
        return rows.find(id);
    }

    /** The partners who set points aside, by the ids of the holds; ids not there are missing. */
    public Map<UUID, UUID> partners(Collection<UUID> ids) {
        return rows.find(ids).values().stream().collect(Collectors.toMap(Hold::id, Hold::partnerId));
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
        Hold hold = perform(known, (desk, open) -> acts.confirm(desk, open, wanted));
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
        Hold hold = perform(known, acts::cancel);
        if (hold.state() == HoldState.CONFIRMED) {
            throw Problem.of(ProblemCode.HOLD_ENDED);
        }
        return hold;
    }

    /**
     * Lets overdue holds go, in one transaction; any of several nodes may, and each hold is let go once. Answers how many
     * were looked at.
     *
     * @param limit at most 100
     */
    int timeOut(Instant now, int limit) {
        Collection<Hold> overdue = rows.overdue(now, limit);
        if (!overdue.isEmpty()) {
            points.post(session -> {
                desks.open(session, overdue.stream().map(hold -> under(hold, (desk, open) -> open)).toList()).write();
                return overdue;
            });
        }
        return overdue.size();
    }

    /** Where a merge gave the hold to another member meanwhile, as that one's. */
    private Hold perform(Hold known, Act act) {
        try {
            return line.perform(under(known, act));
        } catch (Problem moved) {
            if (moved.code() != ProblemCode.CONCURRENT_REQUEST) {
                throw moved;
            }
            return line.perform(under(rows.find(Set.of(known.id())).get(known.id()), act));
        }
    }

    /** Acts on the hold if it is open still; one that is overdue was timed out when the desk was opened. */
    private static PointsAct<Hold> under(Hold known, Act act) {
        return PointsAct.of(known.memberId(), desk -> {
                    Hold hold = desk.hold(known.id());
                    if (!hold.memberId().equals(known.memberId())) {
                        throw Problem.of(ProblemCode.CONCURRENT_REQUEST);
                    }
                    if (hold.state() != HoldState.OPEN) {
                        return hold;
                    }
                    Hold after = act.on(desk, hold);
                    desk.put(after);
                    return after;
                })
                .onHold(known.id());
    }
}
