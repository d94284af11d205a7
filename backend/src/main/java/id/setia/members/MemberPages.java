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

    /** A member as they stand on a page; one who was merged lives on as somebody else. */
    public record Listed(UUID id, MemberState state) {}

    /** The next members after one, in the order of their ids and whatever became of them; none after the last. */
    public List<Listed> after(Optional<UUID> member, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, state
                    FROM member
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(member.orElse(new UUID(0, 0))));
                select.setInt(2, limit);
                List<Listed> page = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        page.add(new Listed(Sql.id(row, "id"), MemberState.of(row.getString("state"))));
                    }
                }
                return page;
            }
        });
    }
}
