package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to all members, page by page, for work that goes over everybody. */
@Singleton
public class MemberPages {

    private final Transactions transactions;

    MemberPages(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The ids of the next members after one, in their order and whatever became of the members; none after the last. */
    public List<UUID> after(Optional<UUID> member, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id
                    FROM member
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(member.orElse(new UUID(0, 0))));
                select.setInt(2, limit);
                List<UUID> ids = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(Sql.id(row, "id"));
                    }
                }
                return ids;
            }
        });
    }
}
