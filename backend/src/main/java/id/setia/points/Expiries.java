package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who has points that lapse or are released soon; for those who walk over all of them. */
@Singleton
public class Expiries {

    private final Transactions transactions;

    Expiries(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A member and the first moment at which something happens to their points by itself. */
    public record Due(Instant at, UUID memberId) {

        /** Before everybody. */
        public static final Due FIRST = new Due(Instant.EPOCH, new UUID(0, 0));
    }

    /** Members for whom something is due by the moment, behind a place, in the order of time. */
    public List<Due> dueBy(Instant moment, Due behind, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT due_at, member_id
                    FROM points_account
                    WHERE due_at <= ? AND (due_at > ? OR due_at = ? AND member_id > ?)
                    ORDER BY due_at, member_id
                    LIMIT ?""")) {
                select.setObject(1, Sql.time(moment));
                select.setObject(2, Sql.time(behind.at()));
                select.setObject(3, Sql.time(behind.at()));
                select.setBytes(4, UuidBytes.of(behind.memberId()));
                select.setInt(5, limit);
                List<Due> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Due(Sql.instant(row, "due_at"), Sql.id(row, "member_id")));
                    }
                }
                return found;
            }
        });
    }
}
