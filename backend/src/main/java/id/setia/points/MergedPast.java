package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whose ledger a member's past stands in: until they were merged their own, from then on that of whom they live on as. */
@Singleton
public class MergedPast {

    private final Transactions transactions;

    MergedPast(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The member, or whom they lived on as by the moment, by either time. */
    public UUID at(UUID memberId, Instant moment, TimeKind by) {
        return transactions.read(connection -> {
            UUID living = memberId;
            Optional<UUID> next = mergedInto(connection, living, moment, by);
            while (next.isPresent()) {
                living = next.get();
                next = mergedInto(connection, living, moment, by);
            }
            return living;
        });
    }

    private static Optional<UUID> mergedInto(Connection connection, UUID memberId, Instant moment, TimeKind by)
            throws SQLException {
        String upTo = switch (by) {
            case BUSINESS -> " AND business_at <= ?";
            case RECORD -> " AND recorded_at <= ?";
        };
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT source_id FROM ledger_transaction WHERE posting_key = ? AND member_id = ?" + upTo)) {
            select.setBytes(1, leaving(memberId).getBytes(StandardCharsets.UTF_8));
            select.setBytes(2, UuidBytes.of(memberId));
            select.setObject(3, Sql.time(moment));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Sql.id(row, "source_id")) : Optional.empty();
            }
        }
    }

    /** The posting key of the half by which a member's points leave. */
    static String leaving(UUID memberId) {
        return "merge:" + memberId + ":out";
    }
}
