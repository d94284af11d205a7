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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One member's part of the ledger, read under lock, and what acts do to it. Pure: it knows no database and no clock, and
 * the transactions it makes are what gets written.
 */
public final class MemberLedger {

    private final IdMaker ids;
    private final UUID memberId;
    private final Instant now;
    private final boolean lotsKnown;
    private final MemberLots lots;
    private final Balances balances;
    private final Counters counters;
    private final List<LedgerTransaction> transactions = new ArrayList<>();

    private long lastSeq;
    private Instant recordedAt;
    private Optional<Instant> dueAt;
    private Optional<Instant> lastActivityAt;
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
        this.memberId = account.memberId();
        this.lotsKnown = lotsKnown;
        this.lots = new MemberLots(ids, programZone, lots, debts, account.lastActivityAt());
        this.balances = new Balances(account);
        this.counters = new Counters(account);
        this.lastSeq = account.lastSeq();
        this.recordedAt = account.recordedAt();
        this.dueAt = account.dueAt();
        this.lastActivityAt = account.lastActivityAt();
        this.mergedInto = account.mergedInto();
    }

    /** Takes note of lots of members merged into this one, to which used points may come back. */
    void rememberFormer(Collection<Lot> former) {
        lots.remember(former);
    }

    /** Releases and expires what is due by now, each at its own time, in the order of those times. */
    public void settle() {
        for (Optional<Lot> due = lots.firstDue(now); due.isPresent(); due = lots.firstDue(now)) {
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
        MemberLots.lapse(draft, lot);
        close(draft);
    }

    private void release(Lot lot, Instant moment) {
        TransactionDraft draft = new TransactionDraft(ids.next(), new Posting(
                "release:" + lot.id(), TransactionKind.RELEASE, new Source("lot", lot.id()), moment, "{}"));
        lots.release(draft, lot);
        close(draft);
    }

    /**
     * Lets everything lapse that is available or pending, whatever its date, since nobody is left to use it; what is held,
     * and debts, stay.
     */
    public LedgerTransaction forfeit(Posting posting) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        lots.all().forEach(lot -> MemberLots.lapse(draft, lot));
        return close(draft);
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
        grants.forEach(grant -> lots.give(draft, grant, from));
        return close(draft);
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
        lots.take(draft, points, creditorId);
        return close(draft);
    }

    /**
     * Ends the wait of what of a source waited for somebody to look at it: it becomes available, debts are paid first; what
     * has a waiting time that is not over stays pending until it is.
     *
     * @param confirmed whether the source is confirmed too; if not, what awaits that stays pending
     */
    public LedgerTransaction releaseReviewed(Posting posting, UUID sourceId, boolean confirmed) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        lots.ofSource(sourceId)
                .filter(lot -> lot.underReview() && (confirmed || !lot.awaitsConfirmation()))
                .toList()
                .forEach(lot -> lots.endReview(draft, lot, now));
        return close(draft);
    }

    /** Makes available what of a source waited for its confirmation; debts are paid first. */
    public LedgerTransaction releaseConfirmed(Posting posting, UUID sourceId) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        lots.ofSource(sourceId).filter(Lot::awaitsConfirmation).toList().forEach(lot -> lots.release(draft, lot));
        return close(draft);
    }

    /** What of a source waits for somebody to look at it. */
    public long underReview(UUID sourceId) {
        requireLots();
        return lots.ofSource(sourceId)
                .filter(Lot::underReview)
                .mapToLong(lot -> lot.in(LotState.PENDING))
                .sum();
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
        long missing = lots.use(draft, points, honouringPartnerId);
        if (missing > 0) {
            throw new IllegalStateException("lots of " + memberId + " hold " + missing + " points too few");
        }
        activeAt(posting.businessAt());
        return close(draft);
    }

    /**
     * Refuses to use more than there is, before anything is changed.
     *
     * @param points more than 0
     * @throws Problem {@code insufficient_points}
     */
    public void requireAvailable(long points) {
        requireLots();
        if (points <= 0) {
            throw new IllegalArgumentException("spending takes at least one point, not " + points);
        }
        if (points > available()) {
            throw Problem.of(ProblemCode.INSUFFICIENT_POINTS, points, available());
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
        SetAside held = lots.hold(draft, points);
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
        lots.useHeld(draft, held.first(points), honouringPartnerId);
        lots.letGo(draft, held.after(points));
        activeAt(posting.businessAt());
        return closeAndSettle(draft);
    }

    /** Lets held points go, back to their lots: they pay debts first, and those whose date has passed expire at once. */
    public LedgerTransaction letGo(Posting posting, SetAside held) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        lots.letGo(draft, held);
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
        lots.giveBack(draft, used, honouringPartnerId, now, graceUntil);
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
                (funder, points) -> lots.takeBack(draft, posting.source().id(), funder, points, LedgerAccount.ISSUED));
        grants.forEach(grant -> lots.give(draft, grant, LedgerAccount.ISSUED));
        return close(draft);
    }

    private LedgerTransaction takeBack(
            Posting posting, UUID sourceId, Map<UUID, Long> pointsByFunder, LedgerAccount to) {
        requireLots();
        TransactionDraft draft = new TransactionDraft(ids.next(), posting);
        new TreeMap<>(pointsByFunder).forEach((funder, points) -> lots.takeBack(draft, sourceId, funder, points, to));
        return close(draft);
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
        balances.add(draft);
        lastSeq += entries.size();
        recordedAt = recordTime;
        lots.changed(draft.movedLots());
        LedgerTransaction transaction = new LedgerTransaction(
                draft.id(), memberId, draft.posting(), recordedAt, lastSeq, entries, draft.movements(),
                draft.change(LedgerAccount.AVAILABLE), draft.change(LedgerAccount.PENDING),
                draft.change(LedgerAccount.DEBT), available());
        transactions.add(transaction);
        return transaction;
    }

    /** Counts towards the sums of a month and the member's last activity. */
    public void count(YearMonth month, MonthSum more, Instant activity) {
        counters.count(month, more);
        activeAt(activity);
    }

    private void activeAt(Instant activity) {
        if (lastActivityAt.isEmpty() || lastActivityAt.get().isBefore(activity)) {
            lastActivityAt = Optional.of(activity);
            lots.activeAt(lastActivityAt);
        }
    }

    /** Counts a purchase towards the sums of a day; what is too long ago for a day of its own is forgotten. */
    public void count(LocalDate day, DaySum sum, LocalDate today) {
        counters.count(day, sum, today);
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
        lots.add(spent);
        UUID transaction = ids.next();
        TransactionDraft closing = new TransactionDraft(transaction, leaving);
        TransactionDraft opening = new TransactionDraft(transaction, receiving);
        closing.pairWith(opening);
        lots.handOver(closing, survivor.lots, opening);
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
        lots.changed().forEach(lot -> lot.predecessorId().ifPresent(before -> successors.put(before, lot.id())));
        return successors;
    }

    private void addCountersOf(MemberLedger merged) {
        counters.takeOver(merged.counters);
        lastActivityAt = Stream.of(lastActivityAt, merged.lastActivityAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        lots.activeAt(lastActivityAt);
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
        return balances.available();
    }

    public long pending() {
        return balances.pending();
    }

    public long held() {
        return balances.held();
    }

    /** Never positive. */
    public long debt() {
        return balances.debt();
    }

    /** The number of the member's last entry. */
    public long lastSeq() {
        return lastSeq;
    }

    public long purchases() {
        return counters.purchases();
    }

    public MonthSums monthSums() {
        return counters.months();
    }

    public DaySums daySums() {
        return counters.days();
    }

    /** What the acts so far have recorded, in order. */
    public List<LedgerTransaction> transactions() {
        return List.copyOf(transactions);
    }

    Collection<Lot> lots() {
        return lots.all();
    }

    Map<UUID, Long> debts() {
        return lots.debts();
    }

    Collection<Lot> changedLots() {
        return lots.changed();
    }

    Account account() {
        return new Account(
                memberId, available(), pending(), held(), debt(), lastSeq, recordedAt, nextDue(), lastActivityAt, purchases(),
                monthSums(), daySums(), mergedInto);
    }

    /** What lapses next, if within 30 days; told of members whose lots were read. */
    Optional<Balance.Expiry> nextExpiry() {
        return lotsKnown
                ? Balance.of(this).nextExpiry().filter(expiry -> expiry.at().isBefore(now.plus(LedgerSession.SOON)))
                : Optional.empty();
    }

    private Optional<Instant> nextDue() {
        Optional<Instant> ofLots = lots.nextDue();
        if (lotsKnown || dueAt.isEmpty()) {
            return ofLots;
        }
        return ofLots.filter(moment -> moment.isBefore(dueAt.get())).or(() -> dueAt);
    }
}
