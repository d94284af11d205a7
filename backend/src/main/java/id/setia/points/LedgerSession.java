package id.setia.points;

import id.setia.kernel.Batch;
import id.setia.kernel.DatabaseFailure;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One transaction that moves points: locks members, lets acts happen on their ledgers, and writes all rows, its own and
 * those other rooms add to its batch, in a fixed order.
 */
public final class LedgerSession {

    /** What is due so soon is told with every act. */
    static final Duration SOON = Duration.ofDays(30);

    private final Connection connection;
    private final IdMaker ids;
    private final Instant now;
    private final Supplier<ZoneId> programZone;
    private final boolean locking;
    private final boolean reading;
    private final Batch batch = new Batch();
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final SortedMap<UUID, MemberLedger> ledgers = new TreeMap<>();
    private final Map<UUID, UUID> survivors = new HashMap<>();
    private final Map<UUID, UUID> merges = new HashMap<>();

    LedgerSession(Connection connection, IdMaker ids, Instant now, Supplier<ZoneId> programZone) {
        this(connection, ids, now, programZone, true);
    }

    private LedgerSession(
            Connection connection, IdMaker ids, Instant now, Supplier<ZoneId> programZone, boolean locking) {
        this.connection = connection;
        this.ids = ids;
        this.now = now;
        this.programZone = programZone;
        this.locking = locking;
        this.reading = connection != null;
    }

    /** One that locks nobody and is never written. */
    static LedgerSession looking(Connection connection, IdMaker ids, Instant now, Supplier<ZoneId> programZone) {
        return new LedgerSession(connection, ids, now, programZone, false);
    }

    /** One of what was read before, that reads nothing itself and knows nobody else. */
    static LedgerSession looking(Optional<AccountReading> read, IdMaker ids, Instant now, Supplier<ZoneId> programZone) {
        LedgerSession session = new LedgerSession(null, ids, now, programZone, false);
        read.ifPresent(known -> {
            MemberLedger ledger = new MemberLedger(
                    ids,
                    now,
                    programZone.get(),
                    known.account().orElseGet(() -> Account.opened(known.memberId())),
                    known.lots(),
                    true,
                    known.debts());
            ledger.settle();
            session.ledgers.put(known.memberId(), ledger);
        });
        return session;
    }

    /** The programme's time of everything in this transaction. */
    public Instant now() {
        return now;
    }

    public Connection connection() {
        return connection;
    }

    /** Where other rooms add the rows that belong to the same transaction. */
    public Batch batch() {
        return batch;
    }

    /** Locks members who only receive points; see {@link #lock(Collection, Set, Collection)}. */
    public void lock(Collection<UUID> members) throws SQLException {
        lock(members, Set.of(), List.of());
    }

    /**
     * Locks the members' accounts, ascending, reads what their acts need and settles what is due. Once per transaction. Who
     * was merged is locked as the member they live on as, whenever that happened.
     *
     * @param members everybody whose points may move
     * @param losing those of them who may lose points, whose lots are read
     * @param sources documents whose points may be taken back
     */
    public void lock(Collection<UUID> members, Set<UUID> losing, Collection<UUID> sources) throws SQLException {
        lock(members, losing, sources, List.of());
    }

    /**
     * The same, where points may also come back.
     *
     * @param used lots whose used points may come back to those who may lose points
     */
    public void lock(Collection<UUID> members, Set<UUID> losing, Collection<UUID> sources, Collection<UUID> used)
            throws SQLException {
        if (!ledgers.isEmpty()) {
            throw new IllegalStateException("members are locked once per transaction, all together");
        }
        accounts.putAll(lockFollowing(members));
        Set<UUID> withLots = new TreeSet<>();
        losing.forEach(member -> withLots.add(follow(member)));
        Set<UUID> indebted = new TreeSet<>();
        accounts.forEach((member, account) -> {
            if (account.dueAt().filter(due -> due.isBefore(now.plus(SOON))).isPresent()) {
                withLots.add(member);
            }
            if (account.debt() < 0) {
                indebted.add(member);
            }
        });
        Map<UUID, List<Lot>> lots = LedgerReads.lots(connection, withLots, sources, used);
        List<Lot> former = LedgerReads.formerLots(connection, accounts.keySet(), used);
        Map<UUID, Map<UUID, Long>> debts = LedgerReads.debts(connection, indebted);
        accounts.forEach((member, account) -> {
            MemberLedger ledger = new MemberLedger(
                    ids,
                    now,
                    programZone.get(),
                    account,
                    lots.getOrDefault(member, List.of()),
                    withLots.contains(member),
                    debts.getOrDefault(member, new HashMap<>()));
            ledger.rememberFormer(former);
            ledger.settle();
            ledgers.put(member, ledger);
        });
    }

    private Map<UUID, Account> lockFollowing(Collection<UUID> members) throws SQLException {
        Map<UUID, Account> locked = new HashMap<>(accounts(members));
        Set<UUID> unlocked = merged(locked);
        while (!unlocked.isEmpty()) {
            locked.putAll(accounts(unlocked));
            unlocked = merged(locked);
        }
        locked.keySet().removeAll(survivors.keySet());
        return locked;
    }

    private Map<UUID, Account> accounts(Collection<UUID> members) throws SQLException {
        return locking
                ? LedgerReads.lockAccounts(connection, new TreeSet<>(members))
                : LedgerReads.accountsOrNew(connection, members);
    }

    /** Notes who lives on as whom; those of the latter that are not locked yet. */
    private Set<UUID> merged(Map<UUID, Account> locked) {
        Set<UUID> unlocked = new TreeSet<>();
        locked.forEach((member, account) -> account.mergedInto().ifPresent(survivor -> {
            survivors.put(member, survivor);
            if (!locked.containsKey(survivor)) {
                unlocked.add(survivor);
            }
        }));
        return unlocked;
    }

    /** Whom a member lives on as: themselves unless they were merged. */
    public UUID survivor(UUID memberId) {
        if (!ledgers.containsKey(memberId) && !survivors.containsKey(memberId) && reading) {
            lookUp(memberId);
        }
        return follow(memberId);
    }

    private UUID follow(UUID memberId) {
        UUID survivor = memberId;
        while (survivors.containsKey(survivor)) {
            survivor = survivors.get(survivor);
        }
        return survivor;
    }

    /** Somebody who was not locked by this id, but perhaps as the one they live on as. */
    private void lookUp(UUID memberId) {
        try {
            Optional.ofNullable(LedgerReads.accounts(connection, Set.of(memberId), "").get(memberId))
                    .flatMap(Account::mergedInto)
                    .ifPresent(survivor -> survivors.put(memberId, survivor));
        } catch (SQLException error) {
            throw new DatabaseFailure(error);
        }
    }

    /**
     * Merges one member into another, both locked before as losing: all points and debts go over, counters are added up,
     * debts are paid, and from then on the one is read and locked as the other; so is everybody merged into the one before.
     *
     * @return the survivor's lot for each of the other's that is not used up
     * @throws IllegalStateException when one of them was merged already
     */
    public Map<UUID, UUID> merge(UUID memberId, UUID into) throws SQLException {
        if (!ledgers.containsKey(memberId) || !ledgers.containsKey(into)) {
            throw new IllegalStateException("members to be merged are locked, and live as themselves");
        }
        ledgers.get(memberId).mergeInto(
                ledgers.get(into),
                LedgerReads.spentLots(connection, memberId),
                merging(MergedPast.leaving(memberId), into),
                merging("merge:" + memberId + ":in", memberId));
        merges.put(memberId, into);
        return ledgers.get(into).successors();
    }

    private Posting merging(String key, UUID other) {
        return new Posting(key, TransactionKind.MERGE, new Source("merge", other), now, "{}");
    }

    /**
     * Opens the accounts of members who are made in this very transaction: nobody else can know them yet, so there is
     * nothing to lock and nothing to read. Instead of {@link #lock(Collection)}.
     */
    public void open(Collection<UUID> newMembers) {
        if (!ledgers.isEmpty()) {
            throw new IllegalStateException("members are locked once per transaction, all together");
        }
        newMembers.forEach(member -> ledgers.put(
                member,
                new MemberLedger(ids, now, programZone.get(), Account.opened(member), List.of(), true, new HashMap<>())));
    }

    /** The ledger of a member locked before; of a merged one, that of the member they live on as. */
    public MemberLedger member(UUID memberId) {
        MemberLedger ledger = ledgers.get(survivor(memberId));
        if (ledger == null) {
            throw new IllegalStateException("member " + memberId + " was not locked");
        }
        return ledger;
    }

    /** How many rows and movements of a member's points there are so far; an act of theirs that adds none has changed nothing. */
    public int changes(UUID memberId) {
        return batch.size() + member(memberId).transactions().size();
    }

    void write() throws SQLException {
        Set<UUID> told = Outbox.concerned(batch);
        ledgers.values().stream().filter(this::hasChanged).forEach(ledger -> {
            LedgerRows.add(batch, ledger);
            if (!ledger.transactions().isEmpty() && !told.contains(ledger.memberId())) {
                SealRows.wait(batch, ids.next(), ledger.memberId());
            }
        });
        batch.flush(connection);
        for (Map.Entry<UUID, UUID> merge : merges.entrySet()) {
            LedgerReads.collapseMerges(connection, merge.getKey(), merge.getValue());
        }
    }

    private boolean hasChanged(MemberLedger ledger) {
        return !ledger.account().equals(accounts.get(ledger.memberId()));
    }
}
