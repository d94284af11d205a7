package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks the ledger's promises 1 to 4 and the numbering of 6 in the database itself, for everybody or for some members.
 * Everybody's rows are read some thousand members at a time, in the order of their keys, so that what is kept of them fits
 * into memory, the database's too, however many they are.
 */
@Singleton
public class LedgerProof {

    private static final int MEMBERS_AT_ONCE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final Transactions transactions;

    LedgerProof(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The whole ledger, proved.
     *
     * @param promises 1, 2, 3, 4 and 6
     * @param totals its sums, for each funder
     */
    public record Whole(List<Promise> promises, List<FunderTotals> totals) {}

    /** The promises over the whole ledger, as it stands at one moment. */
    public Whole whole() {
        return transactions.snapshot(connection -> {
            LedgerTally tally = new LedgerTally();
            for (Optional<UUID> first = Optional.of(FIRST); first.isPresent(); ) {
                UUID last = lastOfNext(connection, first.get());
                tally.add(connection, ProvedMembers.between(first.get(), last));
                first = last.equals(LAST) ? Optional.empty() : Optional.of(after(last));
            }
            List<Promise> promises = new ArrayList<>(tally.promises());
            long unbalanced = tally.totals().stream().filter(total -> !total.balanced()).count();
            promises.add(
                    3, Promise.of(4, "Issued + opening = redeemed + expired + adjusted + outstanding, per funder", unbalanced));
            return new Whole(promises, tally.totals());
        });
    }

    /** The promises over the whole ledger. */
    public List<Promise> promises() {
        return whole().promises();
    }

    /** The last of the next members with an account; of the last ones, the last that can be, whoever has no account. */
    private static UUID lastOfNext(Connection connection, UUID first) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id
                FROM points_account
                WHERE member_id >= ?
                ORDER BY member_id
                LIMIT 1 OFFSET ?""")) {
            select.setBytes(1, UuidBytes.of(first));
            select.setInt(2, MEMBERS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Sql.id(row, "member_id") : LAST;
            }
        }
    }

    private static UUID after(UUID id) {
        byte[] next = new BigInteger(1, UuidBytes.of(id)).add(BigInteger.ONE).toByteArray();
        byte[] bytes = new byte[UuidBytes.of(id).length];
        int length = Math.min(next.length, bytes.length);
        System.arraycopy(next, next.length - length, bytes, bytes.length - length, length);
        return UuidBytes.from(bytes);
    }

    /**
     * The promises that can be checked member by member: 1, 2, 3 and 6. A merge moves points between two members, so the
     * first is checked over everybody they were merged with too.
     */
    public List<Promise> promises(Collection<UUID> members) {
        return transactions.read(connection -> {
            LedgerTally tally = new LedgerTally();
            tally.add(connection, ProvedMembers.among(members));
            Set<UUID> others = withMerged(connection, members);
            others.removeAll(Set.copyOf(members));
            if (!others.isEmpty()) {
                tally.addHalves(connection, ProvedMembers.among(others));
            }
            return tally.promises();
        });
    }

    /** The members and all who share a transaction with one of them. */
    private static Set<UUID> withMerged(Connection connection, Collection<UUID> members) throws SQLException {
        Set<UUID> all = new HashSet<>(members);
        Set<UUID> unread = all;
        while (!unread.isEmpty()) {
            Set<UUID> others = mergedWith(connection, unread);
            others.removeAll(all);
            all.addAll(others);
            unread = others;
        }
        return all;
    }

    private static Set<UUID> mergedWith(Connection connection, Set<UUID> members) throws SQLException {
        Set<UUID> others = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT source_id FROM ledger_transaction"
                + " WHERE kind = 'merge' AND member_id IN " + Sql.places(members))) {
            Sql.bindIds(select, 1, members);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    others.add(Sql.id(row, "source_id"));
                }
            }
        }
        return others;
    }
}
