package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger as it stood when each member had a certain number of entries. Whatever is read so never changes: entries and
 * lot movements are only ever added, behind the member's last number. Read some hundred members at a time.
 */
@Singleton
public class LedgerHistory {

    /** One member's part of a transaction; the two halves of a merge are one transaction. */
    private record Part(UUID memberId, UUID transactionId) {

        static Part of(ResultSet row, String transaction) throws SQLException {
            return new Part(Sql.id(row, "member_id"), Sql.id(row, transaction));
        }
    }

    /** The database holds each row it finds against every stretch of the statement: many at once cost with their square. */
    private static final int RANGES_AT_ONCE = 100;

    /** What counts as activity of a member at its business time. */
    private static final Set<TransactionKind> ACTIVITY = EnumSet.of(
            TransactionKind.PURCHASE, TransactionKind.REFUND, TransactionKind.JOIN_BONUS, TransactionKind.PROFILE_BONUS,
            TransactionKind.REFERRAL_BONUS, TransactionKind.BIRTHDAY_BONUS, TransactionKind.EVENT_BONUS,
            TransactionKind.SPEND, TransactionKind.REDEMPTION, TransactionKind.HOLD_CONFIRMATION);

    /** What members had done by an earlier place: their parts of transactions, and when they were last active. */
    private record Past(Set<Part> told, Map<UUID, Instant> activities) {}

    private final Transactions transactions;
    private final ProgramSettings settings;
    private volatile Optional<Instant> first = Optional.empty();

    LedgerHistory(Transactions transactions, ProgramSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The moment at which the first transaction of all was recorded; looked for in all of them once, as it stays the first. */
    public Optional<Instant> firstRecordedAt() {
        if (first.isEmpty()) {
            first = transactions.read(LedgerHistory::readFirst);
        }
        return first;
    }

    private static Optional<Instant> readFirst(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT MIN(recorded_at) AS first FROM ledger_transaction");
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(Sql.instant(row, "first"));
        }
    }

    /** Everybody who ever had an account, merged or not, after one of them, in the order of ids. */
    public List<UUID> membersAfter(Optional<UUID> memberId, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id
                    FROM points_account
                    WHERE member_id > ?
                    ORDER BY member_id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(memberId.orElse(new UUID(0, 0))));
                select.setInt(2, limit);
                List<UUID> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(Sql.id(row, "member_id"));
                    }
                }
                return found;
            }
        });
    }

    /** For each of the members with any, the number of their last entry that was recorded before the moment. */
    public Map<UUID, Long> lastSeqs(Collection<UUID> members, Instant before) {
        return transactions.read(connection -> {
            Map<UUID, Long> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, MAX(last_seq) AS last_seq
                    FROM ledger_transaction
                    WHERE member_id IN %s AND recorded_at < ?
                    GROUP BY member_id""".formatted(Sql.places(members)))) {
                select.setObject(Sql.bindIds(select, 1, members), Sql.time(before));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(Sql.id(row, "member_id"), row.getLong("last_seq"));
                    }
                }
            }
            return found;
        });
    }

    /** The sums of all entries within the stretches, by account, funder and honouring partner. */
    public List<EntrySum> sums(Collection<SeqRange> ranges) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT account, funder_id, honouring_partner_id, SUM(points) AS points
                    FROM ledger_entry
                    WHERE\s""" + anyOf(ranges, "seq") + """

                    GROUP BY account, funder_id, honouring_partner_id""")) {
                bind(select, 1, ranges);
                return sums(select);
            }
        });
    }

    private static List<EntrySum> sums(PreparedStatement select) throws SQLException {
        List<EntrySum> sums = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sums.add(new EntrySum(
                        account(row),
                        Sql.id(row, "funder_id"),
                        Optional.ofNullable(Sql.id(row, "honouring_partner_id")),
                        row.getLong("points")));
            }
        }
        return sums;
    }

    /** Points at a partner's expense used anywhere, and others' used at the partner, since ever; reads the whole ledger. */
    public List<EntrySum> redeemedOf(UUID partnerId) {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT account, funder_id, honouring_partner_id, SUM(points) AS points
                    FROM ledger_entry
                    WHERE account = 'redeemed' AND (funder_id = ? OR honouring_partner_id = ?)
                    GROUP BY account, funder_id, honouring_partner_id
                    ORDER BY funder_id, honouring_partner_id""")) {
                select.setBytes(1, UuidBytes.of(partnerId));
                select.setBytes(2, UuidBytes.of(partnerId));
                return sums(select);
            }
        });
    }

    private static LedgerAccount account(ResultSet row) throws SQLException {
        return LedgerAccount.valueOf(row.getString("account").toUpperCase(Locale.ROOT));
    }

    private static String anyOf(Collection<SeqRange> ranges, String column) {
        String one = "(member_id = ? AND %1$s > ? AND %1$s <= ?)".formatted(column);
        return "(" + String.join(" OR ", Collections.nCopies(ranges.size(), one)) + ")";
    }

    private static int bind(PreparedStatement select, int first, Collection<SeqRange> ranges) throws SQLException {
        int place = first;
        for (SeqRange range : ranges) {
            select.setBytes(place++, UuidBytes.of(range.memberId()));
            select.setLong(place++, range.after());
            select.setLong(place++, range.last());
        }
        return place;
    }

    /** The lots of the members as they stood once each member's entry of the number given was written, spent ones too. */
    public List<PastLot> lots(Map<UUID, Long> lastSeqs) {
        if (lastSeqs.isEmpty()) {
            return List.of();
        }
        return transactions.read(connection -> {
            Past past = transactionsUpTo(connection, lastSeqs);
            readLatestActivities(connection, lastSeqs, past);
            Map<UUID, Map<LotState, Long>> movements = movements(connection, lastSeqs.keySet(), past.told());
            return lots(connection, lastSeqs.keySet(), past, movements);
        });
    }

    private static Past transactionsUpTo(Connection connection, Map<UUID, Long> lastSeqs) throws SQLException {
        Past found = new Past(new HashSet<>(), new HashMap<>());
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, id, last_seq, kind, business_at
                FROM ledger_transaction
                WHERE member_id IN\s""" + Sql.places(lastSeqs.keySet()))) {
            Sql.bindIds(select, 1, lastSeqs.keySet());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID member = Sql.id(row, "member_id");
                    if (row.getLong("last_seq") <= lastSeqs.get(member)) {
                        found.told().add(Part.of(row, "id"));
                        if (ACTIVITY.contains(TransactionKind.of(row.getString("kind")))) {
                            found.activities().merge(member, Sql.instant(row, "business_at"), LedgerHistory::later);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Of who has done nothing since, the last activity is known as it is kept, that of those merged into them too. */
    private static void readLatestActivities(Connection connection, Map<UUID, Long> lastSeqs, Past past)
            throws SQLException {
        LedgerReads.accounts(connection, lastSeqs.keySet(), "").forEach((member, account) -> {
            if (account.lastSeq() == lastSeqs.get(member)) {
                account.lastActivityAt().ifPresent(at -> past.activities().put(member, at));
            }
        });
    }

    private static Map<UUID, Map<LotState, Long>> movements(
            Connection connection, Collection<UUID> members, Set<Part> told) throws SQLException {
        Map<UUID, Map<LotState, Long>> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, transaction_id, lot_id, state, points
                FROM lot_movement
                WHERE member_id IN\s""" + Sql.places(members))) {
            Sql.bindIds(select, 1, members);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (told.contains(Part.of(row, "transaction_id"))) {
                        found.computeIfAbsent(Sql.id(row, "lot_id"), ignored -> new HashMap<>())
                                .merge(state(row, "state"), row.getLong("points"), Long::sum);
                    }
                }
            }
        }
        return found;
    }

    private static LotState state(ResultSet row, String column) throws SQLException {
        return LotState.valueOf(row.getString(column).toUpperCase(Locale.ROOT));
    }

    private List<PastLot> lots(
            Connection connection,
            Collection<UUID> members,
            Past past,
            Map<UUID, Map<LotState, Long>> movements)
            throws SQLException {
        List<PastLot> found = new ArrayList<>();
        ZoneId zone = settings.current().timeZone();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, id, transaction_id, points, first_state, funder_id, earned_at, expires_at, predecessor_id,
                  inactivity_months
                FROM points_lot
                WHERE member_id IN\s""" + Sql.places(members))) {
            Sql.bindIds(select, 1, members);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (past.told().contains(Part.of(row, "transaction_id"))) {
                        found.add(lot(
                                row,
                                expiry(row, past.activities(), zone),
                                movements.getOrDefault(Sql.id(row, "id"), Map.of())));
                    }
                }
            }
        }
        return found;
    }

    private static Optional<Instant> expiry(ResultSet row, Map<UUID, Instant> activities, ZoneId zone)
            throws SQLException {
        int months = row.getInt("inactivity_months");
        return months == 0
                ? Optional.ofNullable(Sql.instant(row, "expires_at"))
                : Optional.of(Inactivity.end(
                        Sql.instant(row, "earned_at"),
                        Optional.ofNullable(activities.get(Sql.id(row, "member_id"))),
                        months,
                        zone));
    }

    private static PastLot lot(ResultSet row, Optional<Instant> expiresAt, Map<LotState, Long> movements)
            throws SQLException {
        Map<LotState, Long> states = new HashMap<>(movements);
        states.merge(state(row, "first_state"), row.getLong("points"), Long::sum);
        return new PastLot(
                Sql.id(row, "member_id"),
                Sql.id(row, "funder_id"),
                expiresAt,
                row.getInt("inactivity_months") > 0,
                Sql.id(row, "predecessor_id") == null ? row.getLong("points") : 0,
                states.getOrDefault(LotState.AVAILABLE, 0L),
                states.getOrDefault(LotState.PENDING, 0L),
                states.getOrDefault(LotState.HELD, 0L),
                states.getOrDefault(LotState.LAPSED, 0L));
    }

    /**
     * The transactions within the stretches, in the order of members and recording, those behind one of them.
     *
     * @param ranges in the order of members
     */
    public List<BookedTransaction> booked(
            List<SeqRange> ranges, Optional<BookedTransaction> behind, int limit) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        return transactions.read(connection -> {
            List<BookedTransaction> heads = heads(connection, ranges, behind, limit);
            return heads.isEmpty() ? heads : withEntries(connection, ranges, behind, heads);
        });
    }

    private static List<BookedTransaction> heads(
            Connection connection, List<SeqRange> ranges, Optional<BookedTransaction> behind, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, id, posting_key, kind, business_at, recorded_at, last_seq
                FROM ledger_transaction
                WHERE %s AND member_id BETWEEN ? AND ? AND (member_id > ? OR recorded_at > ?)
                ORDER BY member_id, recorded_at
                LIMIT ?""".formatted(anyOf(ranges, "last_seq")))) {
            // Where it reads in the order asked for until the limit is reached, it reads these members' only.
            byte[] first = UuidBytes.of(behind.map(BookedTransaction::memberId).orElse(ranges.getFirst().memberId()));
            int place = bind(select, 1, ranges);
            select.setBytes(place, first);
            select.setBytes(place + 1, UuidBytes.of(ranges.getLast().memberId()));
            select.setBytes(place + 2, first);
            select.setObject(
                    place + 3, Sql.time(behind.map(BookedTransaction::recordedAt).orElse(Instant.EPOCH)));
            select.setInt(place + 4, limit);
            List<BookedTransaction> heads = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.add(head(row));
                }
            }
            return heads;
        }
    }

    /** A transaction without its entries, as it is selected. */
    static BookedTransaction head(ResultSet row) throws SQLException {
        return new BookedTransaction(
                Sql.id(row, "member_id"),
                Sql.id(row, "id"),
                row.getString("posting_key"),
                TransactionKind.of(row.getString("kind")),
                Sql.instant(row, "business_at"),
                Sql.instant(row, "recorded_at"),
                row.getLong("last_seq"),
                List.of());
    }

    /** An entry, as it is selected. */
    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                account(row),
                row.getLong("points"),
                Sql.id(row, "funder_id"),
                Optional.ofNullable(Sql.id(row, "honouring_partner_id")));
    }

    private static List<BookedTransaction> withEntries(
            Connection connection,
            List<SeqRange> ranges,
            Optional<BookedTransaction> behind,
            List<BookedTransaction> heads)
            throws SQLException {
        Map<UUID, Long> lasts = new HashMap<>();
        heads.forEach(head -> lasts.put(head.memberId(), head.lastSeq()));
        List<SeqRange> stretches = ranges.stream()
                .filter(range -> lasts.containsKey(range.memberId()))
                .map(range -> new SeqRange(
                        range.memberId(),
                        behind.filter(last -> last.memberId().equals(range.memberId()))
                                .map(BookedTransaction::lastSeq)
                                .orElse(range.after()),
                        lasts.get(range.memberId())))
                .toList();
        Map<Part, List<Entry>> entries = entries(connection, stretches);
        return heads.stream()
                .map(head -> head.with(entries.getOrDefault(new Part(head.memberId(), head.id()), List.of())))
                .toList();
    }

    /**
     * The same transactions with their entries.
     *
     * @param heads in any order
     * @param before the number of each member's last entry before the first of them
     */
    List<BookedTransaction> withEntries(List<BookedTransaction> heads, Map<UUID, Long> before) {
        Map<UUID, Long> lasts = new HashMap<>();
        heads.forEach(head -> lasts.merge(head.memberId(), head.lastSeq(), Math::max));
        List<SeqRange> stretches = lasts.entrySet().stream()
                .map(last -> new SeqRange(last.getKey(), before.get(last.getKey()), last.getValue()))
                .toList();
        return transactions.read(connection -> {
            Map<Part, List<Entry>> entries = entries(connection, stretches);
            return heads.stream()
                    .map(head -> head.with(entries.getOrDefault(new Part(head.memberId(), head.id()), List.of())))
                    .toList();
        });
    }

    private static Map<Part, List<Entry>> entries(Connection connection, List<SeqRange> ranges) throws SQLException {
        Map<Part, List<Entry>> found = new HashMap<>();
        for (int from = 0; from < ranges.size(); from += RANGES_AT_ONCE) {
            readEntries(connection, ranges.subList(from, Math.min(from + RANGES_AT_ONCE, ranges.size())), found);
        }
        return found;
    }

    private static void readEntries(Connection connection, List<SeqRange> ranges, Map<Part, List<Entry>> found)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, seq, transaction_id, account, points, funder_id, honouring_partner_id
                FROM ledger_entry
                WHERE\s""" + anyOf(ranges, "seq") + """

                ORDER BY member_id, seq""")) {
            bind(select, 1, ranges);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(Part.of(row, "transaction_id"), ignored -> new ArrayList<>())
                            .add(entry(row));
                }
            }
        }
    }
}
