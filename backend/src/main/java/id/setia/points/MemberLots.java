package id.setia.points;

import id.setia.kernel.IdMaker;
import java.time.Instant;
import java.time.ZoneId;
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

/** The lots and debts of one member, and how points go in and out of them; whatever moves is added to a draft. */
final class MemberLots {

    private static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    (Lot lot) -> lot.expiresAt().orElse(Instant.MAX))
            .thenComparing(Lot::earnedAt)
            .thenComparing(Lot::id);

    private final IdMaker ids;
    private final ZoneId programZone;
    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final Map<UUID, Lot> former = new LinkedHashMap<>();
    private final Map<UUID, Lot> changed = new LinkedHashMap<>();
    private final SortedMap<UUID, Long> debts = new TreeMap<>();
    private Optional<Instant> lastActivityAt;

    MemberLots(
            IdMaker ids,
            ZoneId programZone,
            Collection<Lot> lots,
            Map<UUID, Long> debts,
            Optional<Instant> lastActivityAt) {
        this.ids = ids;
        this.programZone = programZone;
        this.lastActivityAt = lastActivityAt;
        this.debts.putAll(debts);
        lots.forEach(lot -> this.lots.put(lot.id(), lot));
        follow(lots);
    }

    /** Lots that lapse by inactivity take their date from the last activity. */
    private void follow(Collection<Lot> some) {
        some.forEach(lot -> lot.activeAt(lastActivityAt, programZone));
    }

    /** Takes note of lots of members merged into this one, to which used points may come back. */
    void remember(Collection<Lot> ofMerged) {
        follow(ofMerged);
        ofMerged.forEach(lot -> former.put(lot.id(), lot));
    }

    /** Takes note of lots of this member that were not read with the others. */
    void add(Collection<Lot> more) {
        more.forEach(lot -> lots.put(lot.id(), lot));
    }

    void activeAt(Optional<Instant> activity) {
        lastActivityAt = activity;
        follow(lots.values());
    }

    /** What moves by itself next, of what is due by the moment. */
    Optional<Lot> firstDue(Instant moment) {
        return lots.values().stream()
                .filter(lot -> lot.dueAt().filter(due -> !due.isAfter(moment)).isPresent())
                .min(Comparator.comparing((Lot lot) -> lot.dueAt().orElseThrow()).thenComparing(Lot::id));
    }

    Optional<Instant> nextDue() {
        return lots.values().stream().flatMap(lot -> lot.dueAt().stream()).min(Comparator.naturalOrder());
    }

    /** Those from which points are used, in that order: what expires first, then the oldest. */
    private List<Lot> spendable() {
        return lots.values().stream()
                .filter(lot -> lot.in(LotState.AVAILABLE) > 0)
                .sorted(SPENDING_ORDER)
                .toList();
    }

    Stream<Lot> ofSource(UUID sourceId) {
        return lots.values().stream().filter(lot -> lot.sourceId().equals(sourceId)).sorted(SPENDING_ORDER);
    }

    /** Lets what is pending or available of a lot lapse, which counts as an expiry of it where there is any. */
    static void lapse(TransactionDraft draft, Lot lot) {
        long lapsing = 0;
        for (LotState state : List.of(LotState.PENDING, LotState.AVAILABLE)) {
            long points = lot.in(state);
            draft.move(lot, state, -points);
            lapsing += points;
        }
        draft.move(lot, LotState.LAPSED, lapsing);
        draft.add(LedgerAccount.EXPIRED, lapsing, lot.funderId());
        if (lapsing > 0) {
            lot.countExpiry();
        }
    }

    /** Makes available what is pending of a lot. */
    void release(TransactionDraft draft, Lot lot) {
        long points = lot.in(LotState.PENDING);
        draft.move(lot, LotState.PENDING, -points);
        draft.move(lot, LotState.AVAILABLE, points);
        payDebts(draft, lot);
    }

    /** Ends the wait for a look: what is pending of a lot becomes available, or waits on until its time is over. */
    void endReview(TransactionDraft draft, Lot lot, Instant now) {
        if (lot.waitsUntil().filter(now::isBefore).isEmpty()) {
            release(draft, lot);
            return;
        }
        Lot waiting = lot.lookedAt(ids.next(), draft.id());
        draft.move(lot, LotState.PENDING, -waiting.points());
        draft.add(LedgerAccount.PENDING, waiting.points(), waiting.funderId());
        receive(waiting);
    }

    /** Gives points out of an account of the programme, as a new lot. */
    void give(TransactionDraft draft, Grant grant, LedgerAccount from) {
        Posting posting = draft.posting();
        Lot lot = Lot.granted(ids.next(), draft.id(), posting.source().id(), posting.businessAt(), grant);
        draft.add(from, -grant.points(), grant.funderId());
        draft.add(TransactionDraft.account(lot.firstState()), grant.points(), grant.funderId());
        receive(lot);
        payDebts(draft, lot);
    }

    private void receive(Lot lot) {
        lot.activeAt(lastActivityAt, programZone);
        lots.put(lot.id(), lot);
        changed.put(lot.id(), lot);
    }

    /** Uses available points; answers how many were not there. */
    long use(TransactionDraft draft, long points, UUID honouringPartnerId) {
        long missing = points;
        for (Lot lot : spendable()) {
            long part = Math.min(missing, lot.in(LotState.AVAILABLE));
            draft.move(lot, LotState.AVAILABLE, -part);
            draft.add(LedgerAccount.REDEEMED, part, lot.funderId(), honouringPartnerId);
            missing -= part;
        }
        return missing;
    }

    /** Takes available points away by hand; what is not there is owed to the creditor. */
    void take(TransactionDraft draft, long points, UUID creditorId) {
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
    }

    SetAside hold(TransactionDraft draft, long points) {
        return new Holding(lots, former, draft).hold(spendable(), points);
    }

    void useHeld(TransactionDraft draft, SetAside held, UUID honouringPartnerId) {
        new Holding(lots, former, draft).use(held, honouringPartnerId);
    }

    void letGo(TransactionDraft draft, SetAside held) {
        new Holding(lots, former, draft).letGo(held).forEach(lot -> payDebts(draft, lot));
    }

    void giveBack(TransactionDraft draft, SetAside used, UUID honouringPartnerId, Instant now, Instant graceUntil) {
        for (Lot lot : new Holding(lots, former, draft).giveBack(used, honouringPartnerId, now, graceUntil, ids)) {
            receive(lot);
            payDebts(draft, lot);
        }
    }

    /** Takes back what a source gave: its own lots, what of them lapsed, other lots, what was taken by hand, debt. */
    void takeBack(TransactionDraft draft, UUID sourceId, UUID funder, long points, LedgerAccount to) {
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

    /** Hands everything over to the lots of another member, who then pays what is owed. */
    void handOver(TransactionDraft closing, MemberLots survivor, TransactionDraft opening) {
        for (Lot lot : lots.values()) {
            if (lot.left() > 0) {
                survivor.adopt(opening, lot, lot.successor(ids.next(), opening.id()));
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
    }

    private void adopt(TransactionDraft draft, Lot left, Lot successor) {
        lots.put(successor.id(), successor);
        changed.put(successor.id(), successor);
        draft.add(TransactionDraft.account(successor.firstState()), successor.points(), successor.funderId());
        for (LotState state : LotState.values()) {
            if (state != successor.firstState()) {
                draft.move(successor, successor.firstState(), -left.in(state));
                draft.move(successor, state, left.in(state));
            }
        }
    }

    void changed(Collection<Lot> moved) {
        moved.forEach(lot -> changed.put(lot.id(), lot));
    }

    Collection<Lot> changed() {
        return changed.values();
    }

    Collection<Lot> all() {
        return lots.values();
    }

    /** Per funder, each 0 or negative. */
    Map<UUID, Long> debts() {
        return debts;
    }
}
