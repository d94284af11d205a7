package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Streams what purchases gave and what refunds and corrections took back of it, member by member in the order of recording, in constant memory. */
@Singleton
public class JudgedTransactions {

    private final Transactions transactions;

    JudgedTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One transaction on the way past. */
    @FunctionalInterface
    public interface Visitor {
        void visit(UUID memberId, TransactionKind kind, String postingKey, String judgement);
    }

    /**
     * Everybody's. What was given to a member who was merged is taken back from the one they live on as, so both are one
     * member here, in the order of recording; of these alone something is kept in memory, their ids.
     */
    public void forEach(Visitor visitor) {
        transactions.read(connection -> {
            Map<UUID, Set<UUID>> families = families(connection);
            Set<UUID> apart = new HashSet<>();
            families.values().forEach(apart::addAll);
            stream(connection, "", Set.of(), (member, kind, key, judgement) -> {
                if (!apart.contains(member)) {
                    visitor.visit(member, kind, key, judgement);
                }
            });
            for (Map.Entry<UUID, Set<UUID>> family : families.entrySet()) {
                stream(
                        connection,
                        " AND member_id IN " + Sql.places(family.getValue()),
                        family.getValue(),
                        (member, kind, key, judgement) -> visitor.visit(family.getKey(), kind, key, judgement));
            }
            return null;
        });
    }

    /** The judgement of the transaction with a posting key. */
    public Optional<String> judgement(String postingKey) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT judgement FROM ledger_transaction WHERE posting_key = ?")) {
                select.setBytes(1, postingKey.getBytes(StandardCharsets.UTF_8));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString("judgement")) : Optional.empty();
                }
            }
        });
    }

    /** Members who live on for others, each with those and themselves. */
    private static Map<UUID, Set<UUID>> families(Connection connection) throws SQLException {
        Map<UUID, Set<UUID>> families = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT member_id, merged_into FROM points_account WHERE merged_into IS NOT NULL");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID survivor = Sql.id(row, "merged_into");
                families.computeIfAbsent(survivor, itself -> new HashSet<>(Set.of(itself)))
                        .add(Sql.id(row, "member_id"));
            }
        }
        return families;
    }

    private static void stream(Connection connection, String whose, Set<UUID> members, Visitor visitor)
            throws SQLException {
        String order = members.isEmpty() ? " ORDER BY member_id, recorded_at" : " ORDER BY recorded_at, id";
        try (PreparedStatement select = connection.prepareStatement(
                """
                SELECT member_id, kind, posting_key, judgement
                FROM ledger_transaction
                WHERE kind IN ('purchase', 'refund', 'reversal', 'adjustment', 'review_withdrawal', 'rejudgement')""" + whose + order,
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
            Sql.bindIds(select, 1, members);
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visitor.visit(
                            Sql.id(row, "member_id"),
                            TransactionKind.of(row.getString("kind")),
                            row.getString("posting_key"),
                            row.getString("judgement"));
                }
            }
        }
    }
}
