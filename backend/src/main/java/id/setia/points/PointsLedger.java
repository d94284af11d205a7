package id.setia.points;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/** The door to the ledger: acts that move points, many in one transaction, and what a member has. */
@Singleton
public class PointsLedger {

    private static final int TRIES = 10;

    private final Transactions transactions;
    private final MemberRegistry members;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final IdMaker ids;

    PointsLedger(
            Transactions transactions,
            MemberRegistry members,
            ProgramSettings settings,
            BusinessClock clock,
            IdMaker ids) {
        this.transactions = transactions;
        this.settings = settings;
        this.members = members;
        this.clock = clock;
        this.ids = ids;
    }

    private ZoneId zone() {
        return settings.current().timeZone();
    }

    /** What is done to the ledger; may run more than once, and keeps nothing between runs. */
    @FunctionalInterface
    public interface Act<T> {
        T in(LedgerSession session) throws SQLException;
    }

    /**
     * Runs acts in one transaction and writes what they did: all of it or nothing. A posting key or another unique key
     * that is already there surfaces as the database's duplicate-key error.
     */
    public <T> T post(Act<T> act) {
        return transactions.write(connection -> {
            LedgerSession session = new LedgerSession(connection, ids, clock.now(), this::zone);
            T result = act.in(session);
            session.write();
            return result;
        });
    }

    /**
     * What acts would do: runs them as they stand under the locks of one transaction, and writes nothing they have done.
     */
    public <T> T tryOut(Act<T> act) {
        return transactions.write(connection -> act.in(new LedgerSession(connection, ids, clock.now(), this::zone)));
    }

    /** What acts would do to members as they stand: locks nobody, holds nobody up, writes nothing. */
    public <T> T look(Act<T> act) {
        return transactions.read(connection -> act.in(LedgerSession.looking(connection, ids, clock.now(), this::zone)));
    }

    /** The same for who has read all it takes before: an account, if it is about anybody's. */
    public LedgerSession looking(Optional<AccountReading> read) {
        return LedgerSession.looking(read, ids, clock.now(), this::zone);
    }

    /**
     * The same as {@link #post}, and again when another transaction took a unique key meanwhile. Inside a running transaction the error
     * surfaces, for only the outermost can start over.
     */
    public <T> T postAgain(Act<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return post(act);
            } catch (RuntimeException error) {
                if (attempt == TRIES || transactions.isRunning() || !Sql.isDuplicateKey(error)) {
                    throw error;
                }
            }
        }
    }

    /**
     * Uses a member's points.
     *
     * @param key unique for ever; a second use under it is refused
     * @param honouringPartnerId who gives something for them
     * @return what is left available
     * @throws Problem {@code spending_not_allowed} to members who only earn, {@code insufficient_points}
     */
    public long spend(UUID memberId, long points, UUID honouringPartnerId, String key, UUID sourceId) {
        return post(session -> {
            session.lock(Set.of(memberId), Set.of(memberId), List.of());
            refuseThoseWhoOnlyEarn(memberId);
            Posting posting = new Posting(
                    "spend:" + key, TransactionKind.SPEND, new Source("spend", sourceId), session.now(), "{}");
            return session.member(memberId)
                    .spend(posting, points, honouringPartnerId)
                    .availableAfter();
        });
    }

    private void refuseThoseWhoOnlyEarn(UUID memberId) {
        FoundMember member = members.members(Set.of(memberId)).get(memberId);
        if (member == null || !member.state().maySpend()) {
            throw Problem.of(ProblemCode.SPENDING_NOT_ALLOWED);
        }
    }

    /** Members' last activity, of those who have any. */
    public Map<UUID, Instant> lastActivities(Collection<UUID> memberIds) {
        return transactions.read(connection -> {
            Map<UUID, Instant> activities = new HashMap<>();
            LedgerReads.accounts(connection, memberIds, "").forEach((member, account) ->
                    account.lastActivityAt().ifPresent(at -> activities.put(member, at)));
            return activities;
        });
    }

    /**
     * What the member has now; what is due counts as expired or released, written or not. Of a merged member, what the one
     * they live on as has.
     */
    public Balance balance(UUID memberId) {
        return figures(memberId).balance();
    }

    /** What a member has and what they did in each month. */
    public record Figures(Balance balance, MonthSums monthSums) {}

    /** The member's balance, as {@link #balance} tells it, and month sums, in two statements. */
    public Figures figures(UUID memberId) {
        return transactions.read(connection -> {
            Optional<Account> account = Optional.ofNullable(
                    LedgerReads.accounts(connection, Set.of(memberId), "").get(memberId));
            if (account.flatMap(Account::mergedInto).isPresent()) {
                return figures(account.get().mergedInto().get());
            }
            return account.isEmpty()
                    ? new Figures(Balance.NOTHING, MonthSums.NONE)
                    : new Figures(balance(connection, account.get()), account.get().monthSums());
        });
    }

    /** Adds a member's points, as they are by now, to what is read together. */
    public AccountReading read(UUID memberId, Sheaf sheaf) {
        return AccountReading.of(memberId, clock.now(), sheaf);
    }

    /** The same of what was read along with other rows of a member who was not merged. */
    public Figures figures(AccountReading read) {
        return read.account()
                .map(account -> new Figures(balance(account, read.lots(), read.debts()), account.monthSums()))
                .orElseGet(() -> new Figures(Balance.NOTHING, MonthSums.NONE));
    }

    private Balance balance(Account account, List<Lot> lots, Map<UUID, Long> debts) {
        if (account.lastSeq() == 0) {
            return Balance.NOTHING;
        }
        if (!account.addsUp(lots, debts)) {
            return transactions.write(connection -> locked(connection, account.memberId()));
        }
        MemberLedger ledger = new MemberLedger(ids, clock.now(), zone(), account, lots, true, debts);
        ledger.settle();
        return Balance.of(ledger);
    }

    private Balance balance(Connection connection, Account account) throws SQLException {
        UUID memberId = account.memberId();
        if (account.lastSeq() == 0) {
            return Balance.NOTHING;
        }
        List<Lot> lots = LedgerReads.lots(connection, Set.of(memberId), List.of(), List.of())
                .getOrDefault(memberId, List.of());
        Map<UUID, Long> debts = account.debt() < 0
                ? LedgerReads.debts(connection, Set.of(memberId)).getOrDefault(memberId, Map.of())
                : Map.of();
        if (!account.addsUp(lots, debts)) {
            return locked(connection, memberId);
        }
        MemberLedger ledger = new MemberLedger(ids, clock.now(), zone(), account, lots, true, debts);
        ledger.settle();
        return Balance.of(ledger);
    }

    /** The same, read again under lock, when something was written between the account and its lots. */
    private Balance locked(Connection connection, UUID memberId) throws SQLException {
        LedgerSession session = new LedgerSession(connection, ids, clock.now(), this::zone);
        session.lock(Set.of(memberId), Set.of(memberId), List.of());
        return Balance.of(session.member(memberId));
    }

    public MonthSums monthSums(UUID memberId) {
        return monthSums(Set.of(memberId)).getOrDefault(memberId, MonthSums.NONE);
    }

    /** Month sums of those members who have any. */
    public Map<UUID, MonthSums> monthSums(Collection<UUID> memberIds) {
        return transactions.read(connection -> {
            Map<UUID, MonthSums> sums = new HashMap<>();
            LedgerReads.accounts(connection, memberIds, "")
                    .forEach((member, account) -> sums.put(member, account.monthSums()));
            return sums;
        });
    }

    /** Those of the members who have bought anything that still stands. */
    public Set<UUID> buyers(Collection<UUID> memberIds) {
        return transactions.read(connection -> {
            Set<UUID> buyers = new HashSet<>();
            LedgerReads.accounts(connection, memberIds, "").forEach((member, account) -> {
                if (account.purchases() > 0) {
                    buyers.add(member);
                }
            });
            return buyers;
        });
    }

    /** Those of the posting keys that are in the ledger. */
    public Set<String> posted(Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : transactions.read(connection -> LedgerReads.posted(connection, keys));
    }

    /** Members with an account, merged ones left out, after one of them, in the order of ids; for runs over all members. */
    public List<UUID> membersAfter(Optional<UUID> memberId, int limit) {
        return transactions.read(connection -> LedgerReads.membersAfter(connection, memberId, limit));
    }

    /** The last of the next so many members with an account after one of them; of fewer, the last there is. */
    public Optional<UUID> lastOfNext(Optional<UUID> memberId, int count) {
        return transactions.read(connection -> LedgerReads.lastOfNext(connection, memberId, count));
    }

    /** Month sums of the next members after one of them up to another, in the order of ids. */
    public SortedMap<UUID, MonthSums> monthSumsBetween(Optional<UUID> after, UUID until, int limit) {
        return transactions.read(connection -> LedgerReads.monthSums(connection, after, until, limit));
    }

    /**
     * Locks the members' accounts, ascending, in the running transaction, and reads their month sums: for who decides by
     * them and moves no points. Nothing is settled and nothing written.
     */
    public SortedMap<UUID, MonthSums> lockMonthSums(Collection<UUID> memberIds) {
        return transactions.write(connection -> LedgerReads.lockMonthSums(connection, memberIds));
    }

    /** Members for whom something is due by the moment. */
    public List<UUID> membersDue(Instant moment, int limit) {
        return transactions.read(connection -> LedgerReads.membersDue(connection, moment, limit));
    }

    /** Writes what is due for these members. */
    public void settle(Collection<UUID> memberIds) {
        post(session -> {
            session.lock(memberIds);
            return null;
        });
    }
}
