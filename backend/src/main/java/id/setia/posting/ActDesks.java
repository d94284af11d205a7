package id.setia.posting;

import id.setia.access.IdempotencyKeys;
import id.setia.limits.Limits;
import id.setia.members.MemberRegistry;
import id.setia.members.SpendingProofs;
import id.setia.points.LedgerSession;
import id.setia.rewards.Redemption;
import id.setia.rewards.Redemptions;
import id.setia.rewards.RewardShelf;
import id.setia.rewards.Rewards;
import id.setia.tiers.Standings;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Opens the desk of a transaction of acts: locks the members, then the counters, reads what the acts need, a constant number
 * of statements, and lets go the members' holds whose time is over.
 */
@Singleton
class ActDesks {

    private final MemberRegistry members;
    private final HoldRows holds;
    private final HoldActs holdActs;
    private final Redemptions redemptions;
    private final Rewards rewards;
    private final RewardShelf shelf;
    private final Limits limits;
    private final SpendingProofs proofs;
    private final IdempotencyKeys requests;
    private final Standings standings;

    ActDesks(
            MemberRegistry members,
            HoldRows holds,
            HoldActs holdActs,
            Redemptions redemptions,
            Rewards rewards,
            RewardShelf shelf,
            Limits limits,
            SpendingProofs proofs,
            IdempotencyKeys requests,
            Standings standings) {
        this.members = members;
        this.holds = holds;
        this.holdActs = holdActs;
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.shelf = shelf;
        this.limits = limits;
        this.proofs = proofs;
        this.requests = requests;
        this.standings = standings;
    }

    ActDesk open(LedgerSession session, Collection<? extends PointsAct<?>> acts) throws SQLException {
        return open(session, acts, List.of());
    }

    /** The desk of a transaction that lets go everything a member has on hold. */
    ActDesk freeing(LedgerSession session, UUID memberId) throws SQLException {
        return open(session, List.of(PointsAct.of(memberId, desk -> memberId)), List.of(memberId));
    }

    private ActDesk open(
            LedgerSession session, Collection<? extends PointsAct<?>> acts, Collection<UUID> freed) throws SQLException {
        Set<UUID> concerned = acts.stream().map(PointsAct::memberId).collect(Collectors.toSet());
        session.lock(
                concerned, concerned, List.of(), acts.stream().flatMap(act -> act.usedLots().stream()).toList());
        Set<UUID> living = concerned.stream().map(session::survivor).collect(Collectors.toCollection(TreeSet::new));
        Map<UUID, Hold> overdue = holds.overdue(
                living.stream().filter(member -> session.member(member).held() > 0).toList(), session.now());
        Map<UUID, Hold> known = new HashMap<>(holds.find(all(acts.stream().map(PointsAct::holdId))));
        freed.forEach(member -> holds.open(session.survivor(member)).forEach(hold -> known.put(hold.id(), hold)));
        known.putAll(overdue);
        Set<UUID> decided = known.values().stream()
                .filter(hold -> hold.purpose() == HoldPurpose.REWARD)
                .map(Hold::id)
                .collect(Collectors.toSet());
        decided.addAll(all(acts.stream().map(PointsAct::redemptionId)));
        Map<UUID, Redemption> taken = redemptions.find(decided);
        Set<UUID> wanted = all(acts.stream().map(PointsAct::rewardId));
        ActDesk desk = new ActDesk(
                session,
                limits.lock(session.connection(), counters(wanted, taken.values())),
                members.members(living),
                known,
                taken,
                shelf.past(living, rewards.published().stream().filter(reward -> wanted.contains(reward.id())).toList()),
                proofs.desk(
                        session.connection(),
                        session.batch(),
                        spending(acts),
                        acts.stream().flatMap(act -> act.proof().stream()).toList()),
                requests.desk(session.connection(), acts.stream().flatMap(act -> act.request().stream()).toList()),
                () -> standings.histories(living));
        overdue.values().forEach(hold -> desk.put(holdActs.timeOut(desk, hold)));
        return desk;
    }

    /** Those who use points, all of whom do so under a name. */
    private static Set<UUID> spending(Collection<? extends PointsAct<?>> acts) {
        return acts.stream()
                .filter(act -> act.request().isPresent())
                .map(PointsAct::memberId)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> all(Stream<Optional<UUID>> ids) {
        return ids.flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static Set<UUID> counters(Set<UUID> wanted, Collection<Redemption> decided) {
        return Stream.concat(wanted.stream(), decided.stream().map(Redemption::rewardId))
                .distinct()
                .flatMap(reward -> Rewards.counters(reward).stream())
                .collect(Collectors.toSet());
    }
}
