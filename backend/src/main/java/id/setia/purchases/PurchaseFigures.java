package id.setia.purchases;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The door to what members bought in sum. */
@Singleton
public class PurchaseFigures {

    private final Transactions transactions;

    PurchaseFigures(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * How many purchases of each member since a moment held something of each category, as tills named it; lines taken back
     * whole are left out, and so are members of whom nothing is left.
     */
    public Map<UUID, Map<String, Long>> categories(Collection<UUID> members, Instant since) {
        Map<UUID, Map<String, Long>> categories = new HashMap<>();
        if (members.isEmpty()) {
            return categories;
        }
        return transactions.read(connection -> {
            List<UUID> ids = Sql.padded(members);
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT p.member_id, l.category, COUNT(DISTINCT p.id) AS purchases
                    FROM purchase p
                    JOIN purchase_line l ON l.purchase_id = p.id
                    WHERE p.member_id IN\s""" + Sql.places(ids) + """
                     AND p.occurred_at >= ? AND l.category IS NOT NULL AND l.amount > l.refunded_amount
                    GROUP BY p.member_id, l.category""")) {
                select.setObject(Sql.bindIds(select, 1, ids), Sql.time(since));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        categories.computeIfAbsent(Sql.id(row, "member_id"), member -> new HashMap<>())
                                .put(row.getString("category"), row.getLong("purchases"));
                    }
                }
                return categories;
            }
        });
    }

    /**
     * The figures of the members whose ids lie between two, both included, over the programme's days from the first to the
     * last; members who bought nothing are missing. Read from one key, no purchase is opened.
     */
    public List<MemberFigures> between(UUID first, UUID last, LocalDate from, LocalDate until) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, MAX(program_date) AS last_purchase, COUNT(*) AS purchases, SUM(total - refunded) AS spend
                    FROM purchase
                    WHERE member_id BETWEEN ? AND ? AND program_date BETWEEN ? AND ? AND total > refunded
                    GROUP BY member_id""")) {
                select.setBytes(1, UuidBytes.of(first));
                select.setBytes(2, UuidBytes.of(last));
                select.setObject(3, from);
                select.setObject(4, until);
                List<MemberFigures> figures = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        figures.add(new MemberFigures(
                                Sql.id(row, "member_id"),
                                row.getObject("last_purchase", LocalDate.class),
                                row.getLong("purchases"),
                                row.getLong("spend")));
                    }
                }
                return figures;
            }
        });
    }
}
