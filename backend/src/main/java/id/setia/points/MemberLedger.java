package id.setia.points;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.time.Instant;
import java.time.YearMonth;
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
    private final boolean lotsKnown;
    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final SortedMap<UUID, Long> debts = new TreeMap<>();
    private final List<LedgerTransaction> transactions = new ArrayList<>();
    private final Map<UUID, Lot> changedLots = new LinkedHashMap<>();

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

    /**
     * @param now the programme's time of the act
     * @param lots the open lots, and those of purchases about to be refunded; left out for acts that only add
     * @param lotsKnown whether all open lots were given
     * @param debts per funder, each negative
     */
    MemberLedger(
            IdMaker ids, Instant now, Account account, Collection<Lot> lots, boolean lotsKnown, Map<UUID, Long> debts) {
        this.ids = ids;
        this.now = now;
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
        Draft draft = new Draft(
                new Posting(key, TransactionKind.EXPIRY, new Source("lot", lot.id()), moment, "{}"));
        long lapsing = 0;
        for (LotState state : List.of(LotState.PENDING, LotState.AVAILABLE)) {
            long points = lot.in(state);
            draft.move(lot, state, -points);
            lapsing += points;
        }
        draft.move(lot, LotState.LAPSED, lapsing);
        draft.add(LedgerAccount.EXPIRED, lapsing, lot.funderId());
        lot.countExpiry();
        draft.close();
    }

    private void release(Lot lot, Instant moment) {
        Draft draft = new Draft(new Posting(
                "release:" + lot.id(), TransactionKind.RELEASE, new Source("lot", lot.id()), moment, "{}"));
        long points = lot.in(LotState.PENDING);
        draft.move(lot, LotState.PENDING, -points);
        draft.move(lot, LotState.AVAILABLE, points);
        draft.payDebts(lot);
        draft.close();
    }

    /** Gives points; what becomes available pays debts first. With no grants, records that nothing was earned. */
    public LedgerTransaction earn(Posting posting, List<Grant> grants) {
        Draft draft = new Draft(posting);
        for (Grant grant : grants) {
            Lot lot = Lot.granted(ids.next(), draft.id, posting.source().id(), posting.businessAt(), grant);
            lots.put(lot.id(), lot);
            changedLots.put(lot.id(), lot);
            draft.add(LedgerAccount.ISSUED, -grant.points(), grant.funderId());
            draft.add(Draft.account(lot.firstState()), grant.points(), grant.funderId());
            draft.payDebts(lot);
        }
        return draft.close();
    }

    /**
     * Uses points, those that expire first first, then the oldest.
     *
     * @param points more than 0
     * @param honouringPartnerId who gives something for them
     * @throws Problem {@code insufficient_points} when fewer are available
     */
    public LedgerTransaction spend(Posting posting, long points, UUID honouringPartnerId) {
        requireLots();
        if (points <= 0) {
            throw new IllegalArgumentException("spending takes at least one point, not " + points);
        }
        if (points > available) {
            throw Problem.of(ProblemCode.INSUFFICIENT_POINTS, points, available);
        }
        Draft draft = new Draft(posting);
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
        return draft.close();
    }

    /**
     * Takes points back that a source gave: from its own lots, what of them lapsed unspent, other available lots, and the
     * rest as debt.
     *
     * @param sourceId what gave them
     * @param pointsByFunder how many of each funder, none negative
     */
    public LedgerTransaction takeBack(Posting posting, UUID sourceId, Map<UUID, Long> pointsByFunder) {
        requireLots();
        Draft draft = new Draft(posting);
        new TreeMap<>(pointsByFunder).forEach((funder, points) -> takeBack(draft, sourceId, funder, points));
        return draft.close();
    }

    private void takeBack(Draft draft, UUID sourceId, UUID funder, long points) {
        draft.add(LedgerAccount.ISSUED, points, funder);
        long missing = points;
        List<Lot> own = lots.values().stream()
                .filter(lot -> lot.sourceId().equals(sourceId) && lot.funderId().equals(funder))
                .sorted(SPENDING_ORDER)
                .toList();
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
        draft.add(LedgerAccount.DEBT, -missing, funder);
        debts.merge(funder, -missing, Long::sum);
    }

    private List<Lot> spendable() {
        return lots.values().stream()
                .filter(lot -> lot.in(LotState.AVAILABLE) > 0)
                .sorted(SPENDING_ORDER)
                .toList();
    }

    /** Counts towards the sums of a month and the member's last activity. */
    public void count(YearMonth month, MonthSum more, Instant activity) {
        monthSums = monthSums.plus(month, more);
        purchases += more.visits();
        if (lastActivityAt.isEmpty() || lastActivityAt.get().isBefore(activity)) {
            lastActivityAt = Optional.of(activity);
        }
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
                monthSums);
    }

    private Optional<Instant> nextDue() {
        Optional<Instant> ofLots =
                lots.values().stream().flatMap(lot -> lot.dueAt().stream()).min(Comparator.naturalOrder());
        if (lotsKnown || dueAt.isEmpty()) {
            return ofLots;
        }
        return ofLots.filter(moment -> moment.isBefore(dueAt.get())).or(() -> dueAt);
    }

    /** A transaction in the making: entries on one account of one funder are one entry. */
    private final class Draft {

        private record Place(LedgerAccount account, UUID funderId, Optional<UUID> honouringPartnerId) {}

        private record LotPlace(UUID lotId, LotState state) {}

        private final UUID id = ids.next();
        private final Posting posting;
        private final Map<Place, Long> entries = new LinkedHashMap<>();
        private final Map<LotPlace, Long> movements = new LinkedHashMap<>();

        Draft(Posting posting) {
            this.posting = posting;
        }

        static LedgerAccount account(LotState state) {
            return switch (state) {
                case AVAILABLE -> LedgerAccount.AVAILABLE;
                case PENDING -> LedgerAccount.PENDING;
                case HELD -> LedgerAccount.HELD;
                case LAPSED -> throw new IllegalArgumentException("lapsed points are on no account of the member");
            };
        }

        void add(LedgerAccount account, long points, UUID funder) {
            entries.merge(new Place(account, funder, Optional.empty()), points, Math::addExact);
        }

        void add(LedgerAccount account, long points, UUID funder, UUID honouringPartner) {
            entries.merge(new Place(account, funder, Optional.of(honouringPartner)), points, Math::addExact);
        }

        void move(Lot lot, LotState state, long points) {
            if (points == 0) {
                return;
            }
            lot.change(state, points);
            changedLots.put(lot.id(), lot);
            movements.merge(new LotPlace(lot.id(), state), points, Math::addExact);
            if (state != LotState.LAPSED) {
                add(account(state), points, lot.funderId());
            }
        }

        void payDebts(Lot lot) {
            for (Map.Entry<UUID, Long> owed : debts.entrySet()) {
                long part = Math.min(lot.in(LotState.AVAILABLE), -owed.getValue());
                if (part > 0) {
                    move(lot, LotState.AVAILABLE, -part);
                    add(LedgerAccount.DEBT, part, owed.getKey());
                    payFor(lot.funderId(), owed.getKey(), part);
                    owed.setValue(owed.getValue() + part);
                }
            }
        }

        /** Where one funder's points pay for another's, a pair of entries keeps each in balance. */
        void payFor(UUID payer, UUID indebted, long points) {
            if (!payer.equals(indebted)) {
                add(LedgerAccount.REDEEMED, points, payer, indebted);
                add(LedgerAccount.REDEEMED, -points, indebted, indebted);
            }
        }

        LedgerTransaction close() {
            List<Entry> written = entries.entrySet().stream()
                    .filter(entry -> entry.getValue() != 0)
                    .map(entry -> new Entry(
                            entry.getKey().account(),
                            entry.getValue(),
                            entry.getKey().funderId(),
                            entry.getKey().honouringPartnerId()))
                    .toList();
            List<LotMovement> moved = movements.entrySet().stream()
                    .filter(entry -> entry.getValue() != 0)
                    .map(entry -> new LotMovement(
                            entry.getKey().lotId(), entry.getKey().state(), entry.getValue()))
                    .toList();
            refuseImbalance(written);
            long availableChange = change(written, LedgerAccount.AVAILABLE);
            long pendingChange = change(written, LedgerAccount.PENDING);
            long debtChange = change(written, LedgerAccount.DEBT);
            available = notNegative(available + availableChange);
            pending = notNegative(pending + pendingChange);
            held = notNegative(held + change(written, LedgerAccount.HELD));
            debt = -notNegative(-(debt + debtChange));
            lastSeq += written.size();
            Instant next = recordedAt.plus(1, ChronoUnit.MICROS);
            recordedAt = now.isBefore(next) ? next : now;
            LedgerTransaction transaction = new LedgerTransaction(
                    id, memberId, posting, recordedAt, lastSeq, written, moved, availableChange, pendingChange,
                    debtChange, available);
            transactions.add(transaction);
            return transaction;
        }

        private long change(List<Entry> written, LedgerAccount account) {
            return written.stream()
                    .filter(entry -> entry.account() == account)
                    .mapToLong(Entry::points)
                    .sum();
        }

        private long notNegative(long balance) {
            if (balance < 0) {
                throw new IllegalStateException("a balance of " + memberId + " would be " + balance);
            }
            return balance;
        }

        private void refuseImbalance(List<Entry> written) {
            Map<UUID, Long> sums = new TreeMap<>();
            written.forEach(entry -> sums.merge(entry.funderId(), entry.points(), Math::addExact));
            if (sums.values().stream().anyMatch(sum -> sum != 0)) {
                throw new IllegalStateException("entries of " + posting.key() + " do not sum to zero: " + sums);
            }
        }
    }
}
