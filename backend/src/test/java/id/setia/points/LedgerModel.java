package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** One member's ledger kept in memory from act to act, with every promise checked after each. */
final class LedgerModel {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final IdMaker ids = new IdMaker();
    private final Set<String> keys = new HashSet<>();
    private final List<LedgerTransaction> transactions = new ArrayList<>();
    private final Map<UUID, Lot> lots = new TreeMap<>();
    private final Map<UUID, Long> grants = new HashMap<>();
    private Map<UUID, Long> debts = new TreeMap<>();
    private Account account = Account.opened(ids.next());
    private final Map<UUID, List<Entry>> otherHalves = new HashMap<>();
    private final Map<UUID, Lot> formerLots = new HashMap<>();

    /** An act on the ledger at a moment. */
    interface Act {
        void on(MemberLedger ledger);
    }

    Account account() {
        return account;
    }

    /** Also of those who were merged into the member. */
    Lot lot(UUID id) {
        return lots.getOrDefault(id, formerLots.get(id));
    }

    boolean owns(UUID lotId) {
        return lots.containsKey(lotId);
    }

    Collection<Lot> lots() {
        return lots.values();
    }

    List<LedgerTransaction> transactions() {
        return transactions;
    }

    /** Acts; as the database does, refuses the whole act when one of its posting keys is there already. */
    boolean act(Instant now, Act act) {
        MemberLedger ledger = open(now);
        act.on(ledger);
        return keep(ledger, now);
    }

    private MemberLedger open(Instant now) {
        List<Lot> copies = lots.values().stream().map(LedgerModel::copy).toList();
        MemberLedger ledger = new MemberLedger(ids, now, ZONE, account, copies, true, debts);
        ledger.rememberFormer(formerLots.values());
        ledger.settle();
        return ledger;
    }

    /**
     * Merges this member into another, who knows all that was posted for this one from then on; answers the lots that
     * succeed this one's.
     */
    Map<UUID, UUID> mergeInto(LedgerModel survivor, Instant now) {
        MemberLedger leaving = open(now);
        MemberLedger staying = survivor.open(now);
        UUID merged = account.memberId();
        LedgerTransaction received = leaving.mergeInto(
                staying, List.of(), merging("merge:" + merged + ":out", now), merging("merge:" + merged + ":in", now));
        LedgerTransaction given = leaving.transactions().getLast();
        assertThat(given.id()).isEqualTo(received.id());
        assertThat(given.recordedAt()).isEqualTo(received.recordedAt());
        otherHalves.put(given.id(), received.entries());
        survivor.otherHalves.put(received.id(), given.entries());
        assertThat(keep(leaving, now)).isTrue();
        assertThat(survivor.keep(staying, now)).isTrue();
        survivor.keys.addAll(keys);
        assertThat(account.mergedInto()).contains(survivor.account.memberId());
        assertThat(List.of(account.available(), account.pending(), account.held(), account.debt(), account.purchases()))
                .containsOnly(0L);
        assertThat(lots.values()).allSatisfy(lot -> assertThat(lot.left()).isZero());
        survivor.formerLots.putAll(formerLots);
        survivor.formerLots.putAll(lots);
        return staying.successors();
    }

    private static Posting merging(String key, Instant now) {
        return new Posting(key, TransactionKind.MERGE, new Source("merge", UUID.randomUUID()), now, "{}");
    }

    private boolean keep(MemberLedger ledger, Instant now) {
        if (ledger.transactions().stream().anyMatch(made -> keys.contains(made.posting().key()))) {
            return false;
        }
        long before = account.lastSeq();
        for (LedgerTransaction transaction : ledger.transactions()) {
            assertThat(keys.add(transaction.posting().key()))
                    .as("posting key %s is new", transaction.posting().key())
                    .isTrue();
            assertThat(transaction.lastSeq()).isEqualTo(before + transaction.entries().size());
            before = transaction.lastSeq();
        }
        transactions.addAll(ledger.transactions());
        ledger.lots().forEach(lot -> lots.put(lot.id(), lot));
        debts = new TreeMap<>(ledger.debts());
        account = ledger.account();
        promise1();
        promise2();
        promise3(now);
        promise4();
        promise6();
        inactivity(now);
        return true;
    }

    private static Lot copy(Lot lot) {
        Map<LotState, Long> remainders = new EnumMap<>(LotState.class);
        for (LotState state : LotState.values()) {
            remainders.put(state, lot.in(state));
        }
        return new Lot(
                lot.id(), lot.transactionId(), lot.sourceId(), lot.points(), lot.firstState(), lot.funderId(),
                lot.earnedAt(), lot.fixedExpiry(), lot.waitsUntil(), lot.predecessorId(), lot.grace(),
                lot.inactivityMonths(), lot.awaitsConfirmation(), lot.awaitsReview(), remainders, lot.expiries());
    }

    private void promise1() {
        for (LedgerTransaction transaction : transactions) {
            Map<UUID, Long> sums = new HashMap<>();
            transaction.entries().forEach(entry -> sums.merge(entry.funderId(), entry.points(), Long::sum));
            otherHalves.getOrDefault(transaction.id(), List.of())
                    .forEach(entry -> sums.merge(entry.funderId(), entry.points(), Long::sum));
            assertThat(sums.values()).as(transaction.posting().key()).allMatch(sum -> sum == 0);
        }
    }

    private void promise2() {
        assertThat(account.available()).isEqualTo(sum(LedgerAccount.AVAILABLE)).isNotNegative();
        assertThat(account.pending()).isEqualTo(sum(LedgerAccount.PENDING)).isNotNegative();
        assertThat(account.held()).isEqualTo(sum(LedgerAccount.HELD)).isNotNegative();
        assertThat(account.debt()).isEqualTo(sum(LedgerAccount.DEBT)).isNotPositive();
        assertThat(debts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(account.debt());
        assertThat(account.debt() < 0 && account.available() > 0)
                .as("points are available while some are owed")
                .isFalse();
    }

    private void promise3(Instant now) {
        assertThat(left(lots.values(), LotState.AVAILABLE)).isEqualTo(account.available());
        assertThat(left(lots.values(), LotState.PENDING)).isEqualTo(account.pending());
        assertThat(left(lots.values(), LotState.HELD)).isEqualTo(account.held());
        Map<UUID, Long> moved = new HashMap<>();
        transactions.forEach(transaction ->
                transaction.movements().forEach(move -> moved.merge(move.lotId(), move.points(), Long::sum)));
        for (Lot lot : lots.values()) {
            long left = lot.in(LotState.AVAILABLE) + lot.in(LotState.PENDING) + lot.in(LotState.HELD)
                    + lot.in(LotState.LAPSED) + lot.in(LotState.ADJUSTED);
            assertThat(left).isEqualTo(lot.points() + moved.getOrDefault(lot.id(), 0L));
            grants.putIfAbsent(lot.id(), lot.points());
            assertThat(lot.points()).isEqualTo(grants.get(lot.id()));
        }
        assertThat(account.dueAt().filter(due -> !due.isAfter(now)))
                .as("nothing due is left, but for what was granted in the past just now")
                .satisfies(due -> due.ifPresent(moment -> assertThat(lots.values())
                        .anyMatch(lot -> lot.open() && lot.dueAt().filter(moment::equals).isPresent())));
    }

    /** Points that lapse by inactivity live on exactly as long as the months since the last activity say. */
    private void inactivity(Instant now) {
        for (Lot lot : lots.values()) {
            if (lot.inactivityMonths() > 0 && lot.in(LotState.AVAILABLE) + lot.in(LotState.PENDING) > 0) {
                Instant last = account.lastActivityAt().filter(lot.earnedAt()::isBefore).orElse(lot.earnedAt());
                LocalDate lastDay = LocalDate.ofInstant(last, ZONE).plusMonths(lot.inactivityMonths());
                assertThat(LocalDate.ofInstant(now, ZONE)).isBeforeOrEqualTo(lastDay);
                assertThat(account.dueAt().orElseThrow())
                        .isBeforeOrEqualTo(lastDay.plusDays(1).atStartOfDay(ZONE).toInstant());
            }
        }
    }

    private void promise4() {
        Set<UUID> funders = new HashSet<>();
        transactions.forEach(transaction -> transaction.entries().forEach(entry -> funders.add(entry.funderId())));
        for (UUID funder : funders) {
            long issued = -sum(LedgerAccount.ISSUED, funder) - sum(LedgerAccount.OPENING, funder);
            long gone = sum(LedgerAccount.REDEEMED, funder)
                    + sum(LedgerAccount.EXPIRED, funder)
                    + sum(LedgerAccount.ADJUSTED, funder);
            List<Lot> funded = lots.values().stream()
                    .filter(lot -> lot.funderId().equals(funder))
                    .toList();
            long outstanding = left(funded, LotState.AVAILABLE)
                    + left(funded, LotState.PENDING)
                    + left(funded, LotState.HELD)
                    + debts.getOrDefault(funder, 0L);
            assertThat(issued + receivedByMerging(funder)).isEqualTo(gone + outstanding);
        }
    }

    private long receivedByMerging(UUID funder) {
        return transactions.stream()
                .filter(transaction -> transaction.posting().kind() == TransactionKind.MERGE)
                .flatMap(transaction -> transaction.entries().stream())
                .filter(entry -> entry.funderId().equals(funder))
                .mapToLong(Entry::points)
                .sum();
    }

    private void promise6() {
        long entries = transactions.stream()
                .mapToLong(transaction -> transaction.entries().size())
                .sum();
        assertThat(account.lastSeq()).isEqualTo(entries);
        for (int index = 1; index < transactions.size(); index++) {
            assertThat(transactions.get(index).recordedAt())
                    .isAfter(transactions.get(index - 1).recordedAt());
        }
    }

    private long sum(LedgerAccount wanted) {
        return entries(wanted).mapToLong(Entry::points).sum();
    }

    private long sum(LedgerAccount wanted, UUID funder) {
        return entries(wanted)
                .filter(entry -> entry.funderId().equals(funder))
                .mapToLong(Entry::points)
                .sum();
    }

    private Stream<Entry> entries(LedgerAccount wanted) {
        return transactions.stream()
                .flatMap(transaction -> transaction.entries().stream())
                .filter(entry -> entry.account() == wanted);
    }

    private static long left(Collection<Lot> some, LotState state) {
        return some.stream().mapToLong(lot -> lot.in(state)).sum();
    }
}
