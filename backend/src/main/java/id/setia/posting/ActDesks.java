package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.limits.LimitDesk;
import id.setia.limits.Limits;
import id.setia.members.FoundMember;
import id.setia.members.MemberMerges;
import id.setia.members.MemberRegistry;
import id.setia.members.SpendingProofs;
import id.setia.points.LedgerSession;
import id.setia.program.ProgramSettings;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import id.setia.rewards.Redemption;
import id.setia.rewards.Redemptions;
import id.setia.rewards.RewardShelf;
import id.setia.rewards.Rewards;
import id.setia.tiers.Standings;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final AdjustmentDays days;
    private final MemberEventRows events;
    private final MemberMerges merges;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final PostingDesks postings;
    private final ProgramSettings settings;
    private final Transactions transactions;
    private final AuditTrail audit;

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
            Standings standings,
            AdjustmentDays days,
            MemberEventRows events,
            MemberMerges merges,
            Purchases purchases,
            PurchaseRows rows,
            PostingDesks postings,
            ProgramSettings settings,
            Transactions transactions,
            AuditTrail audit) {
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
        this.days = days;
        this.events = events;
        this.merges = merges;
        this.purchases = purchases;
        this.rows = rows;
        this.postings = postings;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
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
        Map<NaturalKey, Purchase> stored = stored(session, acts);
        lock(session, acts, stored.values());
        Set<UUID> living = living(session, acts.stream());
        Map<UUID, Hold> overdue = holds.overdue(
                living(session, losing(acts)).stream().filter(member -> session.member(member).held() > 0).toList(),
                session.now());
        Map<UUID, Hold> known = known(session, acts, freed, overdue);
        Set<UUID> decided = known.values().stream()
                .filter(hold -> hold.purpose() == HoldPurpose.REWARD)
                .map(Hold::id)
                .collect(Collectors.toSet());
        PointsAct.all(acts, PointsAct.OnRedemption.class).forEach(need -> decided.add(need.id()));
        Map<UUID, Redemption> taken = redemptions.find(decided);
        Set<UUID> wanted = PointsAct.all(acts, PointsAct.ForReward.class).stream()
                .map(PointsAct.ForReward::id)
                .collect(Collectors.toSet());
        LimitDesk counters = limits.lock(session.connection(), counters(wanted, taken.values()));
        Sheaf sheaf = new Sheaf();
        Map<UUID, FoundMember> people = members.members(living, sheaf);
        SpendingProofs.Desk shown = shown(session, acts, sheaf);
        transactions.read(sheaf);
        ActDesk desk = new ActDesk(
                session,
                counters,
                people,
                known,
                taken,
                shelf.past(living, rewards.published().stream().filter(reward -> wanted.contains(reward.id())).toList()),
                shown,
                asked(session, acts),
                days.desk(session.connection(), byHand(acts), settings.current().dateOf(session.now())),
                told(session, acts),
                stored.keySet(),
                () -> standings.histories(living),
                () -> postings.over(session, stored, people),
                rows,
                audit);
        overdue.values().forEach(hold -> desk.put(holdActs.timeOut(desk, hold)));
        return desk;
    }

    private Map<NaturalKey, Purchase> stored(LedgerSession session, Collection<? extends PointsAct<?>> acts)
            throws SQLException {
        Set<UUID> named = PointsAct.all(acts, PointsAct.OnPurchase.class).stream()
                .map(PointsAct.OnPurchase::id)
                .collect(Collectors.toSet());
        return named.isEmpty() ? Map.of() : purchases.lock(session.connection(), purchases.keys(named).values());
    }

    private static void lock(
            LedgerSession session, Collection<? extends PointsAct<?>> acts, Collection<Purchase> sources)
            throws SQLException {
        session.lock(
                acts.stream().map(PointsAct::memberId).collect(Collectors.toSet()),
                losing(acts).map(PointsAct::memberId).collect(Collectors.toSet()),
                sources.stream().map(Purchase::id).toList(),
                PointsAct.all(acts, PointsAct.OnRedemption.class).stream()
                        .flatMap(need -> need.usedLots().stream())
                        .toList());
    }

    /** Those by which points may go. */
    private static Stream<? extends PointsAct<?>> losing(Collection<? extends PointsAct<?>> acts) {
        return acts.stream().filter(act -> !act.needs(PointsAct.Telling.class));
    }

    private static Set<UUID> living(LedgerSession session, Stream<? extends PointsAct<?>> acts) {
        return acts.map(act -> session.survivor(act.memberId())).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<UUID, Hold> known(
            LedgerSession session,
            Collection<? extends PointsAct<?>> acts,
            Collection<UUID> freed,
            Map<UUID, Hold> overdue) {
        Map<UUID, Hold> known = new HashMap<>(holds.find(PointsAct.all(acts, PointsAct.OnHold.class).stream()
                .map(PointsAct.OnHold::id)
                .collect(Collectors.toSet())));
        freed.forEach(member -> holds.open(session.survivor(member)).forEach(hold -> known.put(hold.id(), hold)));
        known.putAll(overdue);
        return known;
    }

    private SpendingProofs.Desk shown(LedgerSession session, Collection<? extends PointsAct<?>> acts, Sheaf sheaf)
            throws SQLException {
        return proofs.desk(
                session.connection(),
                session.batch(),
                acts.stream()
                        .filter(act -> act.needs(PointsAct.Spending.class))
                        .map(PointsAct::memberId)
                        .collect(Collectors.toSet()),
                PointsAct.all(acts, PointsAct.Spending.class).stream().flatMap(need -> need.proof().stream()).toList(),
                sheaf);
    }

    /** A proof is not tried for a request that was answered before: a wrong one counts. */
    private IdempotencyKeys.Desk asked(LedgerSession session, Collection<? extends PointsAct<?>> acts)
            throws SQLException {
        IdempotencyKeys.Desk desk = requests.desk(
                session.connection(),
                PointsAct.all(acts, PointsAct.Request.class).stream().map(PointsAct.Request::named).toList());
        if (PointsAct.all(acts, PointsAct.Spending.class).stream().anyMatch(need -> need.proof().isPresent())) {
            desk.recall();
        }
        return desk;
    }

    private static Set<UUID> byHand(Collection<? extends PointsAct<?>> acts) {
        return PointsAct.all(acts, PointsAct.ByHand.class).stream()
                .map(PointsAct.ByHand::staffId)
                .collect(Collectors.toSet());
    }

    private MemberEventRows.Desk told(LedgerSession session, Collection<? extends PointsAct<?>> acts)
            throws SQLException {
        List<MemberEventRows.Told> told = new ArrayList<>();
        Set<UUID> limited = new HashSet<>();
        for (PointsAct<?> act : acts) {
            for (PointsAct.Telling need : PointsAct.all(List.of(act), PointsAct.Telling.class)) {
                told.add(new MemberEventRows.Told(session.survivor(act.memberId()), need.event()));
                limited.addAll(need.limitedRules());
            }
        }
        return events.desk(
                session.connection(),
                merges.families(told.stream().map(MemberEventRows.Told::memberId).collect(Collectors.toSet())),
                told,
                limited);
    }

    private static Set<UUID> counters(Set<UUID> wanted, Collection<Redemption> decided) {
        return Stream.concat(wanted.stream(), decided.stream().map(Redemption::rewardId))
                .distinct()
                .flatMap(reward -> Rewards.counters(reward).stream())
                .collect(Collectors.toSet());
    }
}
