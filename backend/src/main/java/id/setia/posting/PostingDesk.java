package id.setia.posting;

import id.setia.earning.RuleBook;
import id.setia.earning.RuleCaps;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.members.FoundMember;
import id.setia.offers.OffersAtHand;
import id.setia.points.LedgerSession;
import id.setia.points.MemberLedger;
import id.setia.program.Program;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.ReceiptHead;
import id.setia.tiers.StandingHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Everything one transaction has before it: purchases and members under lock, rules, tiers and offers, and what changed. */
final class PostingDesk implements HoldDesk {

    private final LedgerSession ledger;
    private final Program program;
    private final RuleBook rules;
    private final OffersAtHand.Desk offers;
    private final RuleCaps.Desk caps;
    private final Supplier<Map<UUID, Set<UUID>>> inAudiences;
    private final UnaryOperator<Set<NaturalKey>> servedByVouchers;
    private final Set<NaturalKey> askedForVouchers = new HashSet<>();
    private final Set<NaturalKey> withVouchers = new HashSet<>();
    private final Map<UUID, FoundMember> members;
    private final Map<UUID, StandingHistory> histories;
    private final Map<NaturalKey, Purchase> purchases = new HashMap<>();
    private final Map<UUID, Hold> holds = new HashMap<>();
    private final Set<NaturalKey> added = new HashSet<>();
    private final Set<NaturalKey> changed = new HashSet<>();
    private final List<ReceiptHead> attachments = new ArrayList<>();
    private final Map<UUID, PurchaseResponse> answers = new HashMap<>();
    private final Outbox outbox;
    private final IdMaker ids;
    private final JudgementTexts judgements;
    private Optional<Map<UUID, Set<UUID>>> audiences = Optional.empty();

    PostingDesk(
            LedgerSession ledger,
            Program program,
            RuleBook rules,
            OffersAtHand.Desk offers,
            RuleCaps.Desk caps,
            Supplier<Map<UUID, Set<UUID>>> inAudiences,
            UnaryOperator<Set<NaturalKey>> servedByVouchers,
            Map<UUID, FoundMember> members,
            Map<UUID, StandingHistory> histories,
            Map<NaturalKey, Purchase> stored,
            Map<UUID, Hold> holds,
            Outbox outbox,
            IdMaker ids,
            JudgementTexts judgements) {
        this.ledger = ledger;
        this.program = program;
        this.rules = rules;
        this.offers = offers;
        this.caps = caps;
        this.inAudiences = inAudiences;
        this.servedByVouchers = servedByVouchers;
        this.members = members;
        this.histories = new HashMap<>(histories);
        this.purchases.putAll(stored);
        this.holds.putAll(holds);
        this.outbox = outbox;
        this.ids = ids;
        this.judgements = judgements;
    }

    @Override
    public LedgerSession ledger() {
        return ledger;
    }

    Program program() {
        return program;
    }

    RuleBook rules() {
        return rules;
    }

    OffersAtHand.Desk offers() {
        return offers;
    }

    RuleCaps.Desk caps() {
        return caps;
    }

    /** Those of the audiences that any rule names in which the member is now; read once for all members. */
    Set<UUID> audiences(UUID memberId) {
        if (rules.audiences().isEmpty()) {
            return Set.of();
        }
        if (audiences.isEmpty()) {
            audiences = Optional.of(inAudiences.get());
        }
        return audiences.get().getOrDefault(memberId, Set.of());
    }

    /** Whether vouchers were used for the receipt and still count as used; read at once for all receipts on the desk. */
    boolean hasVouchers(NaturalKey receipt) {
        if (!askedForVouchers.contains(receipt)) {
            Set<NaturalKey> asked = new HashSet<>(purchases.keySet());
            asked.add(receipt);
            asked.removeAll(askedForVouchers);
            withVouchers.addAll(servedByVouchers.apply(asked));
            askedForVouchers.addAll(asked);
        }
        return withVouchers.contains(receipt);
    }

    Instant now() {
        return ledger.now();
    }

    /** Whom a member lives on as, as it is under the locks of this transaction. */
    UUID survivor(UUID memberId) {
        return ledger.survivor(memberId);
    }

    @Override
    public FoundMember member(UUID memberId) {
        return members.get(survivor(memberId));
    }

    StandingHistory history(UUID memberId) {
        return histories.get(survivor(memberId));
    }

    void restate(StandingHistory history) {
        histories.put(history.memberId(), history);
    }

    Optional<Purchase> purchase(NaturalKey key) {
        return Optional.ofNullable(purchases.get(key));
    }

    /** A hold that was named when the desk was opened, as it is by now. */
    Optional<Hold> hold(UUID id) {
        return Optional.ofNullable(holds.get(id));
    }

    void put(Hold hold) {
        holds.put(hold.id(), hold);
    }

    void add(Purchase purchase) {
        purchases.put(purchase.head().key(), purchase);
        added.add(purchase.head().key());
    }

    void change(Purchase purchase) {
        purchases.put(purchase.head().key(), purchase);
        changed.add(purchase.head().key());
    }

    /** Remembers that a till attached a purchase, for limits on speed that look at the next one of the same transaction. */
    void attachedAtTill(ReceiptHead head) {
        attachments.add(head);
    }

    long attachments(Predicate<ReceiptHead> which) {
        return attachments.stream().filter(which).count();
    }

    /** Remembers what was answered for a purchase, until it is in the books. */
    void answered(UUID purchaseId, PurchaseResponse answer) {
        answers.put(purchaseId, answer);
    }

    Optional<PurchaseResponse> answer(UUID purchaseId) {
        return Optional.ofNullable(answers.get(purchaseId));
    }

    JudgementTexts judgements() {
        return judgements;
    }

    UUID nextId() {
        return ids.next();
    }

    /** Tells the feed of something that happened to a member, or to nobody yet. */
    void tell(Optional<UUID> memberId, String type, String payload, Instant occurredAt) {
        long seq = memberId.map(ledger::member).map(MemberLedger::lastSeq).orElse(0L);
        Optional<UUID> whose = memberId.map(this::survivor);
        outbox.add(ledger.batch(), new Event(ids.next(), whose, seq, type, 1, payload, occurredAt, now()));
    }

    /** Adds the rows of all purchases that are new or changed, and what was counted of caps. */
    void write(PurchaseRows rows) {
        caps.write(ledger.batch());
        for (NaturalKey key : added) {
            rows.add(ledger.batch(), purchases.get(key));
        }
        for (NaturalKey key : changed) {
            if (!added.contains(key)) {
                rows.change(ledger.batch(), purchases.get(key));
            }
        }
    }
}
