package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
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

    /**
     * Members who agree to a purpose, among those of a page.
     *
     * @param last of the page, whether they agree or not
     */
    public record Agreeing(UUID last, List<UUID> members) {}

    /** Of the next members after one those who take part and whose latest word on the purpose is yes; empty after the last. */
    public Optional<Agreeing> agreeing(Optional<UUID> member, ConsentPurpose purpose, int limit) {
        SqlCondition agrees = SqlCondition.all(List.of(MemberConditions.takesPart(), MemberConditions.consents(purpose)));
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT m.id, " + agrees.text() + """
                     AS agrees
                    FROM member m
                    WHERE m.id > ?
                    ORDER BY m.id
                    LIMIT ?""")) {
                int place = agrees.bind(select, 1);
                select.setBytes(place, UuidBytes.of(member.orElse(new UUID(0, 0))));
                select.setInt(place + 1, limit);
                UUID last = null;
                List<UUID> agreeing = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        last = Sql.id(row, "id");
                        if (row.getBoolean("agrees")) {
                            agreeing.add(last);
                        }
                    }
                }
                return Optional.ofNullable(last).map(end -> new Agreeing(end, agreeing));
            }
        });
    }

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
