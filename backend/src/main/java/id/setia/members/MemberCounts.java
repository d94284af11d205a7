package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The door to how many members there are. */
@Singleton
public class MemberCounts {

    private final Transactions transactions;

    MemberCounts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many take part: all but those who were closed, merged or erased. */
    public long takingPart() {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT COUNT(*)
                            FROM member
                            WHERE state NOT IN ('closed', 'merged', 'erased')""");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Those who no longer take part. */
    public List<UUID> gone() {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT id
                            FROM member
                            WHERE state IN ('closed', 'merged', 'erased')""");
                    ResultSet row = select.executeQuery()) {
                List<UUID> gone = new ArrayList<>();
                while (row.next()) {
                    gone.add(Sql.id(row, "id"));
                }
                return gone;
            }
        });
    }
}
