package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds to members' sums what was recorded of them since they were last sealed, some members at a time, so many transactions
 * at most. A member's transactions are committed in the order of their record times, so what is read behind the last sealed
 * one misses nothing.
 */
final class SealStep {

    static final int MEMBERS_AT_ONCE = 100;

    private static final int MOST_TRANSACTIONS = 10_000;
    private static final int PARTS_AT_ONCE = 100;
    private static final String NEW = "member_id = ? AND recorded_at > ?";

    private final Connection connection;
    private final SealKey key;
    private final SealRows rows;
    private final long number;
    private final SealKey.Writer content;
    private SealSum memberSum;
    private long members;
    private long transactions;
    private long violations;

    SealStep(Connection connection, SealKey key, SealRows rows, Seal before) {
        this.connection = connection;
        this.key = key;
        this.rows = rows;
        this.number = before.number() + 1;
        this.content = key.code("content");
        this.memberSum = before.memberSum();
    }

    /** A member's transaction; a merge is one transaction of two members. */
    record Part(UUID memberId, UUID transactionId) {}

    private static final class Member {
        final MemberSeal before;
        final long entries;
        final Map<SealedTable, SealSum> sums;
        Instant sealedUntil;
        long lastSeq;
        long available;
        UUID firstNew;

        /** @param entries how many are new */
        Member(MemberSeal before, long entries) {
            this.before = before;
            this.entries = entries;
            this.sums = new EnumMap<>(before.sums());
            this.sealedUntil = before.sealedUntil();
            this.lastSeq = before.lastSeq();
            this.available = before.available();
        }
    }

    /**
     * Seals what is new of the members.
     *
     * @param some at most {@link #MEMBERS_AT_ONCE}
     * @return false when it was too much for one step: then some of it is sealed, and the rest is to be asked for again
     */
    boolean seal(Collection<UUID> some) throws SQLException {
        Map<UUID, Member> known = behind(some);
        if (known.isEmpty()) {
            return true;
        }
        FreshChecks checks = new FreshChecks();
        known.values().forEach(member -> checks.begin(member.before));
        Set<Part> fresh = readTransactions(known, checks);
        known.values().removeIf(member -> member.firstNew == null);
        if (known.isEmpty()) {
            return true;
        }
        readEntries(known, checks);
        readLots(known, fresh, checks);
        readMovements(known, fresh, checks);
        violations += checks.violations();
        transactions += fresh.size();
        write(known);
        return fresh.size() < MOST_TRANSACTIONS;
    }

    private Map<UUID, Member> behind(Collection<UUID> some) throws SQLException {
        Map<UUID, SealRows.Recorded> recorded = SealRows.recorded(connection, some);
        Map<UUID, MemberSeal> seals = rows.of(connection, some);
        Map<UUID, Member> behind = new LinkedHashMap<>();
        for (UUID member : some) {
            MemberSeal seal = seals.getOrDefault(member, MemberSeal.none(member));
            SealRows.Recorded now = recorded.getOrDefault(member, SealRows.Recorded.NOTHING);
            if (now.until().isAfter(seal.sealedUntil())) {
                behind.put(member, new Member(seal, now.lastSeq() - seal.lastSeq()));
            }
        }
        return behind;
    }

    private static String each(Map<UUID, Member> members, String condition) {
        return "(" + String.join(" OR ", Collections.nCopies(members.size(), "(" + condition + ")")) + ")";
    }

    /**
     * The new transactions, each member's from the first on. Where they may be too many for one step, each member's are asked for
     * by themselves: of one question for all, with an order and a limit, the database may read everybody's transactions until the
     * limit is reached.
     */
    private Set<Part> readTransactions(Map<UUID, Member> known, FreshChecks checks) throws SQLException {
        Set<Part> fresh = new HashSet<>();
        boolean few = known.values().stream().mapToLong(member -> member.entries).sum() < MOST_TRANSACTIONS;
        try (PreparedStatement select = streamed(few ? SealedTable.TRANSACTIONS.select(each(known, NEW)) : firstOf(known.size()))) {
            int place = 1;
            for (Member member : known.values()) {
                select.setBytes(place++, UuidBytes.of(member.before.memberId()));
                select.setObject(place++, Sql.time(member.before.sealedUntil()));
            }
            try (ResultSet row = select.executeQuery()) {
                while (fresh.size() < MOST_TRANSACTIONS && row.next()) {
                    UUID id = Sql.id(row, "id");
                    Member member = known.get(Sql.id(row, "member_id"));
                    fresh.add(new Part(member.before.memberId(), id));
                    add(member, SealedTable.TRANSACTIONS, row);
                    member.sealedUntil = Sql.instant(row, "recorded_at");
                    member.lastSeq = row.getLong("last_seq");
                    member.available = row.getLong("available_after");
                    member.firstNew = member.firstNew == null || id.compareTo(member.firstNew) < 0 ? id : member.firstNew;
                    checks.transaction(new Part(member.before.memberId(), id), row);
                }
            }
        }
        return fresh;
    }

    private static String firstOf(int members) {
        String ofOne = "(" + SealedTable.TRANSACTIONS.select(NEW) + " LIMIT " + MOST_TRANSACTIONS + ")";
        String ofAll = String.join("\nUNION ALL\n", Collections.nCopies(members, ofOne));
        return members == 1 ? ofAll : ofAll + "\nLIMIT " + MOST_TRANSACTIONS;
    }

    private void readEntries(Map<UUID, Member> known, FreshChecks checks) throws SQLException {
        String condition = each(known, "member_id = ? AND seq > ? AND seq <= ?");
        try (PreparedStatement select = streamed(SealedTable.ENTRIES.select(condition))) {
            int place = 1;
            for (Member member : known.values()) {
                select.setBytes(place++, UuidBytes.of(member.before.memberId()));
                select.setLong(place++, member.before.lastSeq());
                select.setLong(place++, member.lastSeq);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Member member = known.get(Sql.id(row, "member_id"));
                    add(member, SealedTable.ENTRIES, row);
                    checks.entry(part(row), row);
                }
            }
        }
    }

    /** A lot's id is made after its transaction's, so the lots of new transactions have ids behind the first of these. */
    private void readLots(Map<UUID, Member> known, Set<Part> fresh, FreshChecks checks) throws SQLException {
        try (PreparedStatement select = streamed(SealedTable.LOTS.select(each(known, "member_id = ? AND id > ?")))) {
            int place = 1;
            for (Member member : known.values()) {
                select.setBytes(place++, UuidBytes.of(member.before.memberId()));
                select.setBytes(place++, UuidBytes.of(member.firstNew));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Part part = part(row);
                    if (fresh.contains(part)) {
                        add(known.get(part.memberId()), SealedTable.LOTS, row);
                        checks.lot(part, row);
                    }
                }
            }
        }
    }

    private void readMovements(Map<UUID, Member> known, Set<Part> fresh, FreshChecks checks) throws SQLException {
        List<Part> parts = List.copyOf(fresh);
        for (int from = 0; from < parts.size(); from += PARTS_AT_ONCE) {
            List<Part> chunk = parts.subList(from, Math.min(from + PARTS_AT_ONCE, parts.size()));
            String condition =
                    String.join(" OR ", Collections.nCopies(chunk.size(), "(member_id = ? AND transaction_id = ?)"));
            try (PreparedStatement select = streamed(SealedTable.MOVEMENTS.select(condition))) {
                int place = 1;
                for (Part part : chunk) {
                    select.setBytes(place++, UuidBytes.of(part.memberId()));
                    select.setBytes(place++, UuidBytes.of(part.transactionId()));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Part part = part(row);
                        add(known.get(part.memberId()), SealedTable.MOVEMENTS, row);
                        checks.movement(part, row);
                    }
                }
            }
        }
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(Sql.id(row, "member_id"), Sql.id(row, "transaction_id"));
    }

    private PreparedStatement streamed(String sql) throws SQLException {
        PreparedStatement select =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        select.setFetchSize(Integer.MIN_VALUE);
        return select;
    }

    private void add(Member member, SealedTable table, ResultSet row) throws SQLException {
        member.sums.merge(table, table.code(key, row), SealSum::plus);
    }

    private void write(Map<UUID, Member> known) throws SQLException {
        Map<UUID, MemberSeal> after = new LinkedHashMap<>();
        for (Member member : known.values()) {
            MemberSeal seal = new MemberSeal(
                    member.before.memberId(), number, member.sealedUntil, member.lastSeq, member.available, member.sums);
            after.put(seal.memberId(), seal);
            memberSum = memberSum.minus(member.before.code(key)).plus(seal.code(key));
            content.add(UuidBytes.of(seal.memberId())).add(seal.lastSeq());
            for (SealedTable table : SealedTable.values()) {
                content.add(seal.sums().get(table).minus(member.before.sums().get(table)).bytes());
            }
            members++;
        }
        rows.put(connection, after.values());
    }

    SealSum memberSum() {
        return memberSum;
    }

    SealKey.Writer content() {
        return content;
    }

    long members() {
        return members;
    }

    long transactions() {
        return transactions;
    }

    long violations() {
        return violations;
    }
}
