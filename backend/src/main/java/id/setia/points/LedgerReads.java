package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/** Reads of the ledger's working rows: accounts, lots, debts, many members in one statement each. */
final class LedgerReads {

    /** Fewer than MariaDB would turn into a table of their own (in_predicate_conversion_threshold). */
    private static final int MOST_KEYS = 500;

    private static final String LOTS = """
            SELECT member_id, id, transaction_id, source_id, points, first_state, funder_id, earned_at, expires_at,
              releases_at, predecessor_id, grace, inactivity_months, awaits_confirmation, awaits_review, available, pending,
              held, lapsed, adjusted, expiries
            FROM points_lot
            WHERE member_id\s""";

    private LedgerReads() {}

    /** Makes sure that each member has an account row and locks them all, ascending. */
    static Map<UUID, Account> lockAccounts(Connection connection, SortedSet<UUID> members) throws SQLException {
        Map<UUID, Account> found = accounts(connection, members, " ORDER BY member_id FOR UPDATE");
        if (found.size() == members.size()) {
            return found;
        }
        try (PreparedStatement open = connection.prepareStatement("""
                INSERT INTO points_account (
                  member_id, available, pending, held, debt, last_seq, recorded_at, purchases, month_sums)
                VALUES (?, 0, 0, 0, 0, 0, ?, 0, '')
                ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)""")) {
            for (UUID member : members) {
                if (!found.containsKey(member)) {
                    open.setBytes(1, UuidBytes.of(member));
                    open.setObject(2, Sql.time(Instant.EPOCH));
                    open.addBatch();
                }
            }
            open.executeBatch();
        }
        return accounts(connection, members, " ORDER BY member_id FOR UPDATE");
    }

    /** The accounts as they stand, new ones for members who have none. */
    static Map<UUID, Account> accountsOrNew(Connection connection, Collection<UUID> members) throws SQLException {
        Map<UUID, Account> found = accounts(connection, members, "");
        members.forEach(member -> found.computeIfAbsent(member, Account::opened));
        return found;
    }

    static Map<UUID, Account> accounts(Connection connection, Collection<UUID> members, String ending)
            throws SQLException {
        Map<UUID, Account> accounts = new HashMap<>();
        if (members.isEmpty()) {
            return accounts;
        }
        List<UUID> ids = Sql.padded(members);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, available, pending, held, debt, last_seq, recorded_at, due_at, last_activity_at,
                  purchases, month_sums, day_sums, merged_into
                FROM points_account
                WHERE member_id IN\s""" + Sql.places(ids) + ending)) {
            Sql.bindIds(select, 1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Account account = account(row);
                    accounts.put(account.memberId(), account);
                }
            }
        }
        return accounts;
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                Sql.id(row, "member_id"),
                row.getLong("available"),
                row.getLong("pending"),
                row.getLong("held"),
                row.getLong("debt"),
                row.getLong("last_seq"),
                Sql.instant(row, "recorded_at"),
                Optional.ofNullable(Sql.instant(row, "due_at")),
                Optional.ofNullable(Sql.instant(row, "last_activity_at")),
                row.getLong("purchases"),
                MonthSums.parse(row.getString("month_sums")),
                DaySums.parse(row.getString("day_sums")),
                Optional.ofNullable(Sql.id(row, "merged_into")));
    }

    /** The open lots of the members, and all lots that came from the sources or are named. */
    static Map<UUID, List<Lot>> lots(
            Connection connection, Collection<UUID> members, Collection<UUID> sources, Collection<UUID> named)
            throws SQLException {
        Map<UUID, List<Lot>> lots = new HashMap<>();
        if (members.isEmpty()) {
            return lots;
        }
        List<UUID> whose = Sql.padded(members);
        String columns = LOTS + "IN " + Sql.places(whose);
        read(connection, columns + " AND open = 1", whose, List.of(), lots);
        if (!sources.isEmpty()) {
            List<UUID> from = Sql.padded(sources);
            read(connection, columns + " AND open = 0 AND source_id IN " + Sql.places(from), whose, from, lots);
        }
        if (!named.isEmpty()) {
            List<UUID> which = Sql.padded(named);
            read(connection, columns + " AND open = 0 AND id IN " + Sql.places(which), whose, which, lots);
        }
        return lots;
    }

    /** All lots of a member, also those used up long ago. */
    static List<Lot> allLots(Connection connection, UUID member) throws SQLException {
        Map<UUID, List<Lot>> lots = new HashMap<>();
        read(connection, LOTS + "= ?", Set.of(member), List.of(), lots);
        return lots.getOrDefault(member, List.of());
    }

    /** Those of the named lots that were of somebody merged into the members; points of theirs come back to these. */
    static List<Lot> formerLots(Connection connection, Collection<UUID> members, Collection<UUID> named)
            throws SQLException {
        Map<UUID, List<Lot>> lots = new HashMap<>();
        Set<UUID> merged = members.isEmpty() || named.isEmpty() ? Set.of() : mergedInto(connection, members);
        if (!merged.isEmpty()) {
            read(connection, LOTS + "IN " + Sql.places(merged) + " AND id IN " + Sql.places(named), merged, named, lots);
        }
        return lots.values().stream().flatMap(List::stream).toList();
    }

    private static Set<UUID> mergedInto(Connection connection, Collection<UUID> members) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT member_id FROM points_account WHERE merged_into IN " + Sql.places(members))) {
            Sql.bindIds(select, 1, members);
            return new HashSet<>(ids(select));
        }
    }

    /** Lots of a member of which nothing is left but points that lapsed or were taken by hand. */
    static List<Lot> spentLots(Connection connection, UUID member) throws SQLException {
        Map<UUID, List<Lot>> lots = new HashMap<>();
        String sql = LOTS + "= ? AND open = 0 AND (lapsed > 0 OR adjusted > 0)";
        read(connection, sql, Set.of(member), List.of(), lots);
        return lots.getOrDefault(member, List.of());
    }

    /** Lets those merged into a member before live on as the one that member is merged into now. */
    static void collapseMerges(Connection connection, UUID member, UUID into) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE points_account SET merged_into = ? WHERE merged_into = ?")) {
            update.setBytes(1, UuidBytes.of(into));
            update.setBytes(2, UuidBytes.of(member));
            update.executeUpdate();
        }
    }

    private static void read(
            Connection connection,
            String sql,
            Collection<UUID> members,
            Collection<UUID> sources,
            Map<UUID, List<Lot>> lots)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Sql.bindIds(select, Sql.bindIds(select, 1, members), sources);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lots.computeIfAbsent(Sql.id(row, "member_id"), ignored -> new ArrayList<>())
                            .add(lot(row));
                }
            }
        }
    }

    private static Lot lot(ResultSet row) throws SQLException {
        Map<LotState, Long> remainders = new EnumMap<>(LotState.class);
        for (LotState state : LotState.values()) {
            remainders.put(state, row.getLong(state.value()));
        }
        return new Lot(
                Sql.id(row, "id"),
                Sql.id(row, "transaction_id"),
                Sql.id(row, "source_id"),
                row.getLong("points"),
                LotState.valueOf(row.getString("first_state").toUpperCase(Locale.ROOT)),
                Sql.id(row, "funder_id"),
                Sql.instant(row, "earned_at"),
                Optional.ofNullable(Sql.instant(row, "expires_at")),
                Optional.ofNullable(Sql.instant(row, "releases_at")),
                Optional.ofNullable(Sql.id(row, "predecessor_id")),
                row.getBoolean("grace"),
                row.getInt("inactivity_months"),
                row.getBoolean("awaits_confirmation"),
                row.getBoolean("awaits_review"),
                remainders,
                row.getInt("expiries"));
    }

    static Map<UUID, Map<UUID, Long>> debts(Connection connection, Collection<UUID> members) throws SQLException {
        Map<UUID, Map<UUID, Long>> debts = new HashMap<>();
        if (members.isEmpty()) {
            return debts;
        }
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, funder_id, points
                FROM points_debt
                WHERE points < 0 AND member_id IN\s""" + Sql.places(members))) {
            Sql.bindIds(select, 1, members);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    debts.computeIfAbsent(Sql.id(row, "member_id"), ignored -> new HashMap<>())
                            .put(Sql.id(row, "funder_id"), row.getLong("points"));
                }
            }
        }
        return debts;
    }

    static Set<String> posted(Connection connection, Collection<String> keys) throws SQLException {
        List<String> all = List.copyOf(keys);
        Set<String> posted = new HashSet<>();
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            readPosted(connection, all.subList(from, Math.min(from + MOST_KEYS, all.size())), posted);
        }
        return posted;
    }

    private static void readPosted(Connection connection, List<String> keys, Set<String> posted) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT posting_key
                FROM ledger_transaction
                WHERE posting_key IN\s""" + Sql.places(keys))) {
            int place = 1;
            for (String key : keys) {
                select.setBytes(place++, key.getBytes(StandardCharsets.UTF_8));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    posted.add(new String(row.getBytes("posting_key"), StandardCharsets.UTF_8));
                }
            }
        }
    }

    static List<UUID> membersAfter(Connection connection, Optional<UUID> member, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id
                FROM points_account
                WHERE member_id > ? AND merged_into IS NULL
                ORDER BY member_id
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(member.orElse(new UUID(0, 0))));
            select.setInt(2, limit);
            return ids(select);
        }
    }

    /** The last of the next so many members after one of them; of fewer, the last there is. */
    static Optional<UUID> lastOfNext(Connection connection, Optional<UUID> member, int count) throws SQLException {
        byte[] after = UuidBytes.of(member.orElse(new UUID(0, 0)));
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id
                FROM points_account
                WHERE member_id > ? AND merged_into IS NULL
                ORDER BY member_id
                LIMIT 1 OFFSET ?""")) {
            select.setBytes(1, after);
            select.setInt(2, count - 1);
            List<UUID> found = ids(select);
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst());
            }
        }
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT MAX(member_id) AS member_id
                FROM points_account
                WHERE member_id > ? AND merged_into IS NULL""")) {
            select.setBytes(1, after);
            return ids(select).stream().filter(Objects::nonNull).findFirst();
        }
    }

    /** Month sums of members after one up to another, in the order of ids. */
    static SortedMap<UUID, MonthSums> monthSums(Connection connection, Optional<UUID> after, UUID until, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, month_sums
                FROM points_account
                WHERE member_id > ? AND member_id <= ? AND merged_into IS NULL
                ORDER BY member_id
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(after.orElse(new UUID(0, 0))));
            select.setBytes(2, UuidBytes.of(until));
            select.setInt(3, limit);
            return monthSums(select);
        }
    }

    static SortedMap<UUID, MonthSums> lockMonthSums(Connection connection, Collection<UUID> members)
            throws SQLException {
        if (members.isEmpty()) {
            return inOrderOfBytes();
        }
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, month_sums
                FROM points_account
                WHERE member_id IN\s""" + Sql.places(members) + " AND merged_into IS NULL ORDER BY member_id FOR UPDATE")) {
            Sql.bindIds(select, 1, members);
            return monthSums(select);
        }
    }

    private static SortedMap<UUID, MonthSums> monthSums(PreparedStatement select) throws SQLException {
        SortedMap<UUID, MonthSums> sums = inOrderOfBytes();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sums.put(Sql.id(row, "member_id"), MonthSums.parse(row.getString("month_sums")));
            }
        }
        return sums;
    }

    /** The order of the database, whose bytes have no sign. */
    private static SortedMap<UUID, MonthSums> inOrderOfBytes() {
        return new TreeMap<>(Comparator.comparing(UuidBytes::of, Arrays::compareUnsigned));
    }

    /** Everybody who has an account, merged ones too, after one of them, in the order of ids. */
    static List<UUID> accountsAfter(Connection connection, UUID member, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id
                FROM points_account
                WHERE member_id > ?
                ORDER BY member_id
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(member));
            select.setInt(2, limit);
            return ids(select);
        }
    }

    static List<UUID> membersDue(Connection connection, Instant moment, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id
                FROM points_account
                WHERE due_at <= ?
                ORDER BY due_at
                LIMIT ?""")) {
            select.setObject(1, Sql.time(moment));
            select.setInt(2, limit);
            return ids(select);
        }
    }

    private static List<UUID> ids(PreparedStatement select) throws SQLException {
        List<UUID> members = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                members.add(Sql.id(row, "member_id"));
            }
        }
        return members;
    }
}
