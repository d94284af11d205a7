package id.setia.points;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One member's part of the ledger, read under lock, and what acts do to it. Pure: it knows no database and no clock, and
 * the transactions it makes are what gets written.
 */
public final class MemberLedger {

    private static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    (Lot lot) -> lot.expiresAt().orElse(Instant.MAX))
            .thenComparing(Lot::earnedAt)
            .thenComparing(Lot::id);

    private final IdMaker ids;
    private final UUID memberId;
    private final Instant now;
    private final ZoneId programZone;
    private final boolean lotsKnown;
    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final SortedMap<UUID, Long> debts = new TreeMap<>();
    private final List<LedgerTransaction> transactions = new ArrayList<>();
    private final Map<UUID, Lot> changedLots = new LinkedHashMap<>();
    private final Map<UUID, Lot> formerLots = new LinkedHashMap<>();

    private long available;
    private long pending;
    private long held;
    private long debt;
    private long lastSeq;
    private long purchases;
    private Instant recordedAt;
    private Optional<Instant> dueAt;
    private Optional<Instant> lastActivityAt;
    private MonthSums monthSums;
    private DaySums daySums;
    private Optional<UUID> mergedInto;

    /**
     * @param now the programme's time of the act
     * @param programZone where its days begin, for lots that lapse by inactivity
     * @param lots the open lots, and those of purchases about to be refunded; left out for acts that only add
     * @param lotsKnown whether all open lots were given
     * @param debts per funder, each negative
     */
    MemberLedger(
            IdMaker ids,
            Instant now,
            ZoneId programZone,
            Account account,
            Collection<Lot> lots,
            boolean lotsKnown,
            Map<UUID, Long> debts) {
        this.ids = ids;
        this.now = now;
        this.programZone = programZone;
        this.memberId = account.memberId();
        this.lotsKnown = lotsKnown;
        lots.forEach(lot -> this.lots.put(lot.id(), lot));
        this.debts.putAll(debts);
        this.available = account.available();
        this.pending = account.pending();
        this.held = account.held();
        this.debt = account.debt();
        this.lastSeq = account.lastSeq();
        this.purchases = account.purchases();
        this.recordedAt = account.recordedAt();
        this.dueAt = account.dueAt();
        this.lastActivityAt = account.lastActivityAt();
        this.monthSums = account.monthSums();
        this.daySums = account.daySums();
        this.mergedInto = account.mergedInto();
        lots.forEach(lot -> lot.activeAt(lastActivityAt, programZone));
    }

    /** Takes note of lots of members merged into this one, to which used points may come back. */
    void rememberFormer(Collection<Lot> former) {
        former.forEach(lot -> {
            lot.activeAt(lastActivityAt, programZone);
            formerLots.put(lot.id(), lot);
        });
    }

    /** Releases and expires what is due by now, each at its own time, in the order of those times. */
    public void settle() {
        while (true) {
            Optional<Lot> due = lots.values().stream()
                    .filter(lot -> lot.dueAt().filter(moment -> !moment.isAfter(now)).isPresent())
                    .min(Comparator.comparing((Lot lot) -> lot.dueAt().orElseThrow())
                            .thenComparing(Lot::id));
            if (due.isEmpty()) {
                return;
            }
            Instant moment = due.get().dueAt().orElseThrow();
            if (due.get().expiresBy(moment)) {
                expire(due.get(), moment);
            } else {
                release(due.get(), moment);
            }
        }
    }

    private void expire(Lot lot, Instant moment) {
        String key = "expiry:" + lot.id() + ":" + lot.expiries();
        TransactionDraft draft = new TransactionDraft(
                ids.next(), new Posting(key, TransactionKind.EXPIRY, new Source("lot", lot.id()), moment, "{}"));
        lapse(draft, lot);
        lot.countExpiry();
        close(draft);
    }

    private static void lapse(TransactionDraft draft, Lot lot) {
        long lapsing = 0;
        for (LotState state : List.of(LotState.PENDING, LotState.AVAILABLE)) {
            long points = lot.in(state);
            draft.move(lot, state, -points);
            lapsing += points;
        }
        draft.move(lot, LotState.LAPSED, lapsing);
        draft.add(LedgerAccount.EXPIRED, lapsing, lot.funderId());
    }

    /** Lets everything lapse that is available or pending, whatever its date. */
    public LedgerTransaction forfeit(Posting posting) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        for (Lot lot : List.copyOf(lots.values())) {
            lapse(draft, lot);
        }
        return close(draft);
    }

    /**
     * Lets everything the member has lapse at once, since nobody is left to use it; what is held, and debts, stay.
     *
     * @return the points that lapsed, 0 or more
     */
    public long erase(Posting posting) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        long lapsing = 0;
        for (Lot lot : lots.values()) {
            long ofLot = lot.in(LotState.PENDING) + lot.in(LotState.AVAILABLE);
            draft.move(lot, LotState.PENDING, -lot.in(LotState.PENDING));
            draft.move(lot, LotState.AVAILABLE, -lot.in(LotState.AVAILABLE));
            draft.move(lot, LotState.LAPSED, ofLot);
            if (ofLot > 0) {
                draft.add(LedgerAccount.EXPIRED, ofLot, lot.funderId());
                lot.countExpiry();
            }
            lapsing += ofLot;
        }
        close(draft);
        return lapsing;
    }

    private void release(Lot lot, Instant moment) {
        TransactionDraft draft = new TransactionDraft(ids.next(), new Posting(
                "release:" + lot.id(), TransactionKind.RELEASE, new Source("lot", lot.id()), moment, "{}"));
        release(draft, lot);
        close(draft);
    }

    /** Gives points; what becomes available pays debts first. With no grants, records that nothing was earned. */
    public LedgerTransaction earn(Posting posting, List<Grant> grants) {
        if (!grants.isEmpty()) {
            activeAt(posting.businessAt());
        }
        return give(posting, LedgerAccount.ISSUED, grants);
    }

    /** Gives points that another system issued, so that they count as opening here, not as issued. */
    public LedgerTransaction open(Posting posting, Grant grant) {
        return give(posting, LedgerAccount.OPENING, List.of(grant));
    }

    private LedgerTransaction give(Posting posting, LedgerAccount from, List<Grant> grants) {
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        grants.forEach(grant -> give(draft, grant, from));
        return close(draft);
    }

    private void give(TransactionDraft draft, Grant grant, LedgerAccount from) {
        Posting posting = draft.posting();
        Lot lot = Lot.granted(ids.next(), draft.id(), posting.source().id(), posting.businessAt(), grant);
        lot.activeAt(lastActivityAt, programZone);
        lots.put(lot.id(), lot);
        changedLots.put(lot.id(), lot);
        draft.add(from, -grant.points(), grant.funderId());
        draft.add(TransactionDraft.account(lot.firstState()), grant.points(), grant.funderId());
        payDebts(draft, lot);
    }

    /** Adds points by hand; debts are paid first. */
    public LedgerTransaction add(Posting posting, Grant grant) {
        return give(posting, LedgerAccount.ADJUSTED, List.of(grant));
    }

    /**
     * Takes points away by hand, those that expire first first, each at the cost of its own funder; what is not there is
     * owed.
     *
     * @param points more than 0
     * @param creditorId the partner to which what is not there is owed
     */
    public LedgerTransaction take(Posting posting, long points, UUID creditorId) {
        requireLots();
        if (points <= 0) {
            throw new IllegalArgumentException("taking takes at least one point, not " + points);
        }
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        long missing = points;
        for (Lot lot : spendable()) {
            long part = Math.min(missing, lot.in(LotState.AVAILABLE));
            draft.move(lot, LotState.AVAILABLE, -part);
            draft.move(lot, LotState.ADJUSTED, part);
            draft.add(LedgerAccount.ADJUSTED, part, lot.funderId());
            missing -= part;
        }
        draft.add(LedgerAccount.ADJUSTED, missing, creditorId);
        owe(draft, creditorId, missing);
        return close(draft);
    }

    /**
     * Makes available what of a source waited for somebody to look at it; debts are paid first.
     *
     * @param confirmed whether the source is confirmed too; if not, what awaits that stays pending
     */
    public LedgerTransaction releaseReviewed(Posting posting, UUID sourceId, boolean confirmed) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        ofSource(sourceId)
                .filter(lot -> lot.underReview() && (confirmed || !lot.awaitsConfirmation()))
                .toList()
                .forEach(lot -> release(draft, lot));
        return close(draft);
    }

    /** Makes available what of a source waited for its confirmation; debts are paid first. */
    public LedgerTransaction releaseConfirmed(Posting posting, UUID sourceId) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        ofSource(sourceId).filter(Lot::awaitsConfirmation).toList().forEach(lot -> release(draft, lot));
        return close(draft);
    }

    private void release(TransactionDraft draft, Lot lot) {
        long points = lot.in(LotState.PENDING);
        draft.move(lot, LotState.PENDING, -points);
        draft.move(lot, LotState.AVAILABLE, points);
        payDebts(draft, lot);
    }

    /** What of a source waits for somebody to look at it. */
    public long underReview(UUID sourceId) {
        requireLots();
        return ofSource(sourceId)
                .filter(Lot::underReview)
                .mapToLong(lot -> lot.in(LotState.PENDING))
                .sum();
    }

    private Stream<Lot> ofSource(UUID sourceId) {
        return lots.values().stream().filter(lot -> lot.sourceId().equals(sourceId)).sorted(SPENDING_ORDER);
    }

    /**
     * Uses points, those that expire first first, then the oldest.
     *
     * @param points more than 0
     * @param honouringPartnerId who gives something for them
     * @throws Problem {@code insufficient_points} when fewer are available
     */
    public LedgerTransaction spend(Posting posting, long points, UUID honouringPartnerId) {
        requireAvailable(points);
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        long missing = points;
        for (Lot lot : spendable()) {
            long part = Math.min(missing, lot.in(LotState.AVAILABLE));
            draft.move(lot, LotState.AVAILABLE, -part);
            draft.add(LedgerAccount.REDEEMED, part, lot.funderId(), honouringPartnerId);
            missing -= part;
        }
        if (missing > 0) {
            throw new IllegalStateException("lots of " + memberId + " hold " + missing + " points too few");
        }
        activeAt(posting.businessAt());
        return close(draft);
    }

    private void requireAvailable(long points) {
        requireLots();
        if (points <= 0) {
            throw new IllegalArgumentException("spending takes at least one point, not " + points);
        }
        if (points > available) {
            throw Problem.of(ProblemCode.INSUFFICIENT_POINTS, points, available);
        }
    }

    /**
     * Sets points aside, those that expire first first, then the oldest. Held points do not expire.
     *
     * @param points more than 0
     * @throws Problem {@code insufficient_points} when fewer are available
     */
    public Held hold(Posting posting, long points) {
        requireAvailable(points);
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        SetAside held = new Holding(lots, formerLots, draft).hold(spendable(), points);
        return new Held(close(draft), held);
    }

    /**
     * Uses the first so many of held points; the others come back as by {@link #letGo}.
     *
     * @param points more than 0, at most what is held
     * @param honouringPartnerId who gives something for them
     */
    public LedgerTransaction confirm(Posting posting, SetAside held, long points, UUID honouringPartnerId) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        Holding holding = new Holding(lots, formerLots, draft);
        holding.use(held.first(points), honouringPartnerId);
        holding.letGo(held.after(points)).forEach(lot -> payDebts(draft, lot));
        activeAt(posting.businessAt());
        return closeAndSettle(draft);
    }

    /** Lets held points go, back to their lots: they pay debts first, and those whose date has passed expire at once. */
    public LedgerTransaction letGo(Posting posting, SetAside held) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        new Holding(lots, formerLots, draft).letGo(held).forEach(lot -> payDebts(draft, lot));
        return closeAndSettle(draft);
    }

    /**
     * Gives used points back to the lots they came from: they pay debts first. Where such a lot expired meanwhile they may
     * be used until the end of grace; a second time they expire at once.
     *
     * @param honouringPartnerId who had given something for them
     */
    public LedgerTransaction giveBack(Posting posting, SetAside used, UUID honouringPartnerId, Instant graceUntil) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        for (Lot lot : new Holding(lots, formerLots, draft).giveBack(used, honouringPartnerId, now, graceUntil, ids)) {
            lot.activeAt(lastActivityAt, programZone);
            lots.put(lot.id(), lot);
            changedLots.put(lot.id(), lot);
            payDebts(draft, lot);
        }
        return closeAndSettle(draft);
    }

    private LedgerTransaction closeAndSettle(TransactionDraft draft) {
        LedgerTransaction transaction = close(draft);
        settle();
        return transaction;
    }

    /**
     * Takes points back that a source gave: from its own lots, what of them lapsed unspent, other available lots, what of
     * its own was taken by hand already, and the rest as debt.
     *
     * @param sourceId what gave them
     * @param pointsByFunder how many of each funder, none negative
     */
    public LedgerTransaction takeBack(Posting posting, UUID sourceId, Map<UUID, Long> pointsByFunder) {
        return takeBack(posting, sourceId, pointsByFunder, LedgerAccount.ISSUED);
    }

    /** The same by hand: what the source gave was wrong, and counts as adjusted. */
    public LedgerTransaction takeByHand(Posting posting, UUID sourceId, Map<UUID, Long> pointsByFunder) {
        return takeBack(posting, sourceId, pointsByFunder, LedgerAccount.ADJUSTED);
    }

    /**
     * Puts right what a source gave: takes points back as {@link #takeBack(Posting, UUID, Map)} does, then gives those that
     * were missing; debts are paid first.
     *
     * @param posting whose source is the one that gave them
     * @param pointsByFunder how many of each funder to take, none negative
     */
    public LedgerTransaction putRight(Posting posting, Map<UUID, Long> pointsByFunder, List<Grant> grants) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        new TreeMap<>(pointsByFunder).forEach(
                (funder, points) -> takeBack(draft, posting.source().id(), funder, points, LedgerAccount.ISSUED));
        grants.forEach(grant -> give(draft, grant, LedgerAccount.ISSUED));
        return close(draft);
    }

    private LedgerTransaction takeBack(
            Posting posting, UUID sourceId, Map<UUID, Long> pointsByFunder, LedgerAccount to) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        new TreeMap<>(pointsByFunder).forEach((funder, points) -> takeBack(draft, sourceId, funder, points, to));
        return close(draft);
    }

    private void takeBack(TransactionDraft draft, UUID sourceId, UUID funder, long points, LedgerAccount to) {
        draft.add(to, points, funder);
        long missing = points;
        List<Lot> own = ofSource(sourceId).filter(lot -> lot.funderId().equals(funder)).toList();
        for (LotState state : List.of(LotState.PENDING, LotState.AVAILABLE, LotState.LAPSED)) {
            for (Lot lot : own) {
                long part = Math.min(missing, lot.in(state));
                draft.move(lot, state, -part);
                if (state == LotState.LAPSED) {
                    draft.add(LedgerAccount.EXPIRED, -part, funder);
                }
                missing -= part;
            }
        }
        for (Lot lot : spendable()) {
            long part = Math.min(missing, lot.in(LotState.AVAILABLE));
            draft.move(lot, LotState.AVAILABLE, -part);
            draft.payFor(lot.funderId(), funder, part);
            missing -= part;
        }
        for (Lot lot : own) {
            long part = to == LedgerAccount.ISSUED ? Math.min(missing, lot.in(LotState.ADJUSTED)) : 0;
            draft.move(lot, LotState.ADJUSTED, -part);
            draft.add(LedgerAccount.ADJUSTED, -part, funder);
            missing -= part;
        }
        owe(draft, funder, missing);
    }

    private void owe(TransactionDraft draft, UUID funder, long points) {
        if (points > 0) {
            draft.add(LedgerAccount.DEBT, -points, funder);
            debts.merge(funder, -points, Long::sum);
        }
    }

    private List<Lot> spendable() {
        return lots.values().stream()
                .filter(lot -> lot.in(LotState.AVAILABLE) > 0)
                .sorted(SPENDING_ORDER)
                .toList();
    }

    /** What is available pays debts before it can be used. */
    private void payDebts(TransactionDraft draft, Lot lot) {
        for (Map.Entry<UUID, Long> owed : debts.entrySet()) {
            long part = Math.min(lot.in(LotState.AVAILABLE), -owed.getValue());
            if (part > 0) {
                draft.move(lot, LotState.AVAILABLE, -part);
                draft.add(LedgerAccount.DEBT, part, owed.getKey());
                draft.payFor(lot.funderId(), owed.getKey(), part);
                owed.setValue(owed.getValue() + part);
            }
        }
    }

    private LedgerTransaction close(TransactionDraft draft) {
        return close(draft, nextRecordTime());
    }

    private Instant nextRecordTime() {
        Instant next = recordedAt.plus(1, ChronoUnit.MICROS);
        return now.isBefore(next) ? next : now;
    }

    private LedgerTransaction close(TransactionDraft draft, Instant recordTime) {
        List<Entry> entries = draft.entries();
        long availableChange = draft.change(LedgerAccount.AVAILABLE);
        long pendingChange = draft.change(LedgerAccount.PENDING);
        long debtChange = draft.change(LedgerAccount.DEBT);
        available = notNegative(available + availableChange);
        pending = notNegative(pending + pendingChange);
        held = notNegative(held + draft.change(LedgerAccount.HELD));
        debt = -notNegative(-(debt + debtChange));
        lastSeq += entries.size();
        recordedAt = recordTime;
        draft.movedLots().forEach(lot -> changedLots.put(lot.id(), lot));
        LedgerTransaction transaction = new LedgerTransaction(
                draft.id(), memberId, draft.posting(), recordedAt, lastSeq, entries, draft.movements(),
                availableChange, pendingChange, debtChange, available);
        transactions.add(transaction);
        return transaction;
    }

    private long notNegative(long balance) {
        if (balance < 0) {
            throw new IllegalStateException("a balance of " + memberId + " would be " + balance);
        }
        return balance;
    }

    /** Counts towards the sums of a month and the member's last activity. */
    public void count(YearMonth month, MonthSum more, Instant activity) {
        monthSums = monthSums.plus(month, more);
        purchases += more.visits();
        activeAt(activity);
    }

    /** Lots that lapse by inactivity take their date from the last activity. */
    private void activeAt(Instant activity) {
        if (lastActivityAt.isEmpty() || lastActivityAt.get().isBefore(activity)) {
            lastActivityAt = Optional.of(activity);
            lots.values().forEach(lot -> lot.activeAt(lastActivityAt, programZone));
        }
    }

    /** Counts a purchase towards the sums of a day; what is too long ago for a day of its own is forgotten. */
    public void count(LocalDate day, DaySum sum, LocalDate today) {
        daySums = daySums.with(day, sum, today);
    }

    /**
     * Merges this member into another: everything this one has and owes goes over as it stands, the counters are added up,
     * and what is then owed is paid at once from what is then available. The two halves are one transaction, with one id
     * and one record time, and sum to zero together for each funder.
     *
     * @param spent lots of this member that are used up but for points that lapsed or were taken by hand
     * @param leaving what the half of this member says about itself
     * @param receiving the same of the other's
     * @return the other's half
     */
    LedgerTransaction mergeInto(
            MemberLedger survivor, Collection<Lot> spent, Posting leaving, Posting receiving) {
        requireLots();
        survivor.requireLots();
        spent.forEach(lot -> lots.put(lot.id(), lot));
        UUID transaction = ids.next();
        TransactionDraft closing = new TransactionDraft(transaction, leaving);
        TransactionDraft opening = new TransactionDraft(transaction, receiving);
        closing.pairWith(opening);
        for (Lot lot : lots.values()) {
            if (lot.left() > 0) {
                survivor.adopt(opening, lot, lot.successor(ids.next(), transaction));
                for (LotState state : LotState.values()) {
                    closing.move(lot, state, -lot.in(state));
                }
            }
        }
        debts.forEach((funder, points) -> {
            closing.add(LedgerAccount.DEBT, -points, funder);
            survivor.owe(opening, funder, -points);
        });
        debts.replaceAll((funder, points) -> 0L);
        survivor.spendable().forEach(lot -> survivor.payDebts(opening, lot));
        Instant recordTime = Stream.of(nextRecordTime(), survivor.nextRecordTime())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        close(closing, recordTime);
        survivor.addCountersOf(this);
        mergedInto = Optional.of(survivor.memberId);
        return survivor.close(opening, recordTime);
    }

    /** The lots of this transaction by those they go on for. */
    Map<UUID, UUID> successors() {
        Map<UUID, UUID> successors = new LinkedHashMap<>();
        changedLots.values().forEach(lot -> lot.predecessorId().ifPresent(before -> successors.put(before, lot.id())));
        return successors;
    }

    private void adopt(TransactionDraft draft, Lot left, Lot successor) {
        lots.put(successor.id(), successor);
        changedLots.put(successor.id(), successor);
        draft.add(TransactionDraft.account(successor.firstState()), successor.points(), successor.funderId());
        for (LotState state : LotState.values()) {
            if (state != successor.firstState()) {
                draft.move(successor, successor.firstState(), -left.in(state));
                draft.move(successor, state, left.in(state));
            }
        }
    }

    private void addCountersOf(MemberLedger merged) {
        purchases += merged.purchases;
        monthSums = monthSums.plus(merged.monthSums);
        daySums = daySums.plus(merged.daySums);
        lastActivityAt = Stream.of(lastActivityAt, merged.lastActivityAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        lots.values().forEach(lot -> lot.activeAt(lastActivityAt, programZone));
        merged.purchases = 0;
        merged.monthSums = MonthSums.NONE;
        merged.daySums = DaySums.NONE;
        merged.lastActivityAt = Optional.empty();
    }

    private void requireLots() {
        if (!lotsKnown) {
            throw new IllegalStateException("the lots of " + memberId + " were not read");
        }
    }

    public UUID memberId() {
        return memberId;
    }

    public long available() {
        return available;
    }

    public long pending() {
        return pending;
    }

    public long held() {
        return held;
    }

    /** Never positive. */
    public long debt() {
        return debt;
    }

    /** The number of the member's last entry. */
    public long lastSeq() {
        return lastSeq;
    }

    public long purchases() {
        return purchases;
    }

    public MonthSums monthSums() {
        return monthSums;
    }

    public DaySums daySums() {
        return daySums;
    }

    /** What the acts so far have recorded, in order. */
    public List<LedgerTransaction> transactions() {
        return List.copyOf(transactions);
    }

    Collection<Lot> lots() {
        return lots.values();
    }

    Map<UUID, Long> debts() {
        return debts;
    }

    Collection<Lot> changedLots() {
        return changedLots.values();
    }

    Account account() {
        return new Account(
                memberId, available, pending, held, debt, lastSeq, recordedAt, nextDue(), lastActivityAt, purchases,
                monthSums, daySums, mergedInto);
    }

    /** What lapses next, if within 30 days; told of members whose lots were read. */
    Optional<Balance.Expiry> nextExpiry() {
        return lotsKnown
                ? Balance.of(this).nextExpiry().filter(expiry -> expiry.at().isBefore(now.plus(LedgerSession.SOON)))
                : Optional.empty();
    }

    private Optional<Instant> nextDue() {
        Optional<Instant> ofLots =
                lots.values().stream().flatMap(lot -> lot.dueAt().stream()).min(Comparator.naturalOrder());
        if (lotsKnown || dueAt.isEmpty()) {
            return ofLots;
        }
        return ofLots.filter(moment -> moment.isBefore(dueAt.get())).or(() -> dueAt);
    }
}
