package id.setia.posting;

import id.setia.earning.RuleCaps;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberState;
import id.setia.offers.OffersAtHand;
import id.setia.points.LedgerSession;
import id.setia.points.PointsSummary;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.StandingHistory;
import id.setia.tiers.Standings;
import id.setia.tiers.Tier;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What merging two members does to the ledger and to all that is counted by member. */
@Singleton
class Merging {

    private final HoldRows holds;
    private final Standings standings;
    private final OffersAtHand offers;
    private final RuleCaps caps;
    private final Corrections corrections;
    private final ProgramSettings settings;
    private final Outbox outbox;
    private final IdMaker ids;

    Merging(
            HoldRows holds,
            Standings standings,
            OffersAtHand offers,
            RuleCaps caps,
            Corrections corrections,
            ProgramSettings settings,
            Outbox outbox,
            IdMaker ids) {
        this.holds = holds;
        this.standings = standings;
        this.offers = offers;
        this.caps = caps;
        this.corrections = corrections;
        this.settings = settings;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * What merging did.
     *
     * @param most points either had before, pending and held ones counted
     */
    record Merged(
            MemberEffect leaving, MemberEffect staying, Tier leavingTier, Tier tierBefore, Tier tierAfter, long most) {}

    /**
     * Merges in the session; everything it writes is in the session's batch.
     *
     * @param id of the correction it makes
     * @param staffId who answers for it
     * @throws Problem {@code member_state_forbids} when one of them was merged meanwhile
     */
    Merged in(LedgerSession session, UUID id, UUID staffId, MergeOrder order) throws SQLException {
        Set<UUID> both = Set.of(order.memberId(), order.survivorId());
        session.lock(both, both, List.of());
        for (UUID member : both) {
            if (!session.survivor(member).equals(member)) {
                throw Problem.of(ProblemCode.MEMBER_STATE_FORBIDS, MemberState.MERGED.value());
            }
        }
        Program program = settings.current();
        MemberEffect leaving = MemberEffect.before(session.member(order.memberId()), program);
        MemberEffect staying = MemberEffect.before(session.member(order.survivorId()), program);
        Map<UUID, UUID> successors = session.merge(order.memberId(), order.survivorId());
        holds.open(order.memberId()).forEach(hold ->
                holds.put(session.batch(), hold.follow(order.survivorId(), hold.lots().following(successors))));
        Map<UUID, StandingHistory> histories = standings.histories(both);
        StandingHistory before = histories.get(order.survivorId());
        StandingHistory after = standings.merge(
                histories.get(order.memberId()), before, session.member(order.survivorId()).monthSums(), session.now(),
                session.batch());
        offers.merge(session.batch(), order.memberId(), order.survivorId());
        caps.merge(session.batch(), order.memberId(), order.survivorId());
        corrections.add(
                session.batch(),
                new Correction(
                        id, program.dateOf(session.now()), session.now(), CorrectionKind.MERGE,
                        Correction.Actor.staff(staffId, Optional.empty()), Optional.of(order.survivorId()),
                        Optional.of(order.memberId()), Optional.empty(), sum(leaving.before()), 0, Optional.empty(),
                        order.explanation()));
        tell(session, order);
        return new Merged(
                leaving.after(session.member(order.memberId()), program),
                staying.after(session.member(order.survivorId()), program),
                histories.get(order.memberId()).tierAt(session.now()),
                before.tierAt(session.now()),
                after.tierAt(session.now()),
                Math.max(had(leaving.before()), had(staying.before())));
    }

    private void tell(LedgerSession session, MergeOrder order) {
        String payload = "{\"memberId\":\"" + PublicId.MEMBER.format(order.survivorId()) + "\",\"mergedMemberId\":\""
                + PublicId.MEMBER.format(order.memberId()) + "\"}";
        outbox.add(
                session.batch(),
                new Event(
                        ids.next(), Optional.of(order.survivorId()), session.member(order.survivorId()).lastSeq(),
                        "member.merged", 1, payload, session.now(), session.now()));
    }

    private static long had(PointsSummary points) {
        return points.available() + points.pending() + points.held();
    }

    private static long sum(PointsSummary points) {
        return had(points) + points.debt();
    }
}
