package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    public void forEach(Visitor visitor) {
        transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    SELECT member_id, kind, posting_key, judgement
                    FROM ledger_transaction
                    WHERE kind IN ('purchase', 'refund', 'reversal', 'adjustment', 'review_withdrawal', 'rejudgement')
                    ORDER BY member_id, recorded_at""",
                    ResultSet.TYPE_FORWARD_ONLY,
                    ResultSet.CONCUR_READ_ONLY)) {
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
            return null;
        });
    }
}
