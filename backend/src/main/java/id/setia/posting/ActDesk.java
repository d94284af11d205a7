package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.Batch;
import id.setia.limits.LimitDesk;
import id.setia.members.FoundMember;
import id.setia.members.SpendingProofs;
import id.setia.points.LedgerSession;
import id.setia.points.MemberLedger;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.rewards.PastTakings;
import id.setia.rewards.Redemption;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardMember;
import id.setia.tiers.StandingHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Everything acts of one transaction have before them: members and counters under lock, holds, redemptions and proofs. */
final class ActDesk implements HoldDesk {

    private final LedgerSession ledger;
    private final LimitDesk limits;
    private final Map<UUID, FoundMember> members;
    private final Map<UUID, Hold> holds;
    private final Map<UUID, Redemption> redemptions;
    private final PastTakings past;
    private final SpendingProofs.Desk proofs;
    private final IdempotencyKeys.Desk requests;
    private final AdjustmentDays.Desk days;
    private final MemberEventRows.Desk events;
    private final Set<NaturalKey> purchases;
    private final Supplier<Map<UUID, StandingHistory>> standings;
    private final Supplier<PostingDesk> opening;
    private final PurchaseRows rows;
    private final AuditTrail audit;
    private final List<AuditTrail.Entry> audited = new ArrayList<>();
    private Optional<Map<UUID, StandingHistory>> histories = Optional.empty();
    private Optional<PostingDesk> posting = Optional.empty();

    ActDesk(
            LedgerSession ledger,
            LimitDesk limits,
            Map<UUID, FoundMember> members,
            Map<UUID, Hold> holds,
            Map<UUID, Redemption> redemptions,
            PastTakings past,
            SpendingProofs.Desk proofs,
            IdempotencyKeys.Desk requests,
            AdjustmentDays.Desk days,
            MemberEventRows.Desk events,
            Set<NaturalKey> purchases,
            Supplier<Map<UUID, StandingHistory>> standings,
            Supplier<PostingDesk> opening,
            PurchaseRows rows,
            AuditTrail audit) {
        this.ledger = ledger;
        this.limits = limits;
        this.members = members;
        this.holds = holds;
        this.redemptions = redemptions;
        this.past = past;
        this.proofs = proofs;
        this.requests = requests;
        this.days = days;
        this.events = events;
        this.purchases = purchases;
        this.standings = standings;
        this.opening = opening;
        this.rows = rows;
        this.audit = audit;
    }

    @Override
    public LedgerSession ledger() {
        return ledger;
    }

    Batch batch() {
        return ledger.batch();
    }

    Instant now() {
        return ledger.now();
    }

    /** The counters of all rewards that the acts, and holds whose time is over, are about. */
    LimitDesk limits() {
        return limits;
    }

    @Override
    public FoundMember member(UUID memberId) {
        return members.get(ledger.survivor(memberId));
    }

    /** What decides whether the member can have the reward; standings are read once for all, when a tier is first asked for. */
    RewardMember taker(UUID memberId, Reward reward) {
        MemberLedger points = ledger.member(memberId);
        return new RewardMember(
                points.memberId(),
                Optional.ofNullable(member(memberId)).filter(found -> found.state().maySpend()).isPresent(),
                reward.asksForTier() ? tier(points.memberId()) : "",
                points.available());
    }

    private String tier(UUID memberId) {
        if (histories.isEmpty()) {
            histories = Optional.of(standings.get());
        }
        return histories.get().get(memberId).tierAt(now()).code();
    }

    PastTakings past() {
        return past;
    }

    SpendingProofs.Desk proofs() {
        return proofs;
    }

    /** A hold that is named by an act, as it is by now. */
    Hold hold(UUID id) {
        return holds.get(id);
    }

    List<Hold> holds() {
        return List.copyOf(holds.values());
    }

    void put(Hold hold) {
        holds.put(hold.id(), hold);
    }

    /** A redemption that is named by an act or is what a hold of one sets aside, as it is by now. */
    Optional<Redemption> redemption(UUID id) {
        return Optional.ofNullable(redemptions.get(id));
    }

    void put(Redemption redemption) {
        redemptions.put(redemption.id(), redemption);
    }

    IdempotencyKeys.Desk requests() {
        return requests;
    }

    /** What staff have added and taken by hand today. */
    AdjustmentDays.Desk days() {
        return days;
    }

    MemberEventRows.Desk events() {
        return events;
    }

    /** What taking points of purchases back goes over; read once for all, when it is first asked for. */
    PostingDesk posting() {
        if (posting.isEmpty()) {
            posting = Optional.of(opening.get());
        }
        return posting.get();
    }

    /** A purchase that is named by an act, as it is by now. */
    Optional<Purchase> purchase(UUID id) {
        return purchases.stream()
                .flatMap(key -> posting().purchase(key).stream())
                .filter(purchase -> purchase.id().equals(id))
                .findFirst();
    }

    /** Leaves for the end what everybody has to wait for. */
    void audit(AuditTrail.Entry entry) {
        audited.add(entry);
    }

    /** How many changes there are so far; an act of the member that adds none has changed nothing. */
    long changes(UUID memberId) {
        return ledger.changes(memberId) + limits.changes() + audited.size();
    }

    /** Adds what was counted and the purchases that changed, and writes what was left for the end. */
    void write() {
        limits.write(batch());
        days.write(batch());
        posting.ifPresent(desk -> desk.write(rows));
        audit.record(audited);
    }
}
