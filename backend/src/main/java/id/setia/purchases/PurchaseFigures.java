package id.setia.purchases;

import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The door to what members bought in sum. */
@Singleton
public class PurchaseFigures {

    private static final String CATEGORY = "l.category";
    private static final String PURCHASES = "COUNT(DISTINCT p.id)";

    private static final SheafPart CATEGORIES = new SheafPart(
            """
            purchase p
            JOIN purchase_line l ON l.purchase_id = p.id
            WHERE p.member_id = ? AND p.occurred_at >= ? AND l.category IS NOT NULL
              AND l.amount > l.refunded_amount
            GROUP BY l.category""",
            List.of(),
            List.of(CATEGORY),
            List.of(PURCHASES),
            List.of());

    private final Transactions transactions;

    PurchaseFigures(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Adds to the sheaf how many purchases of a member since a moment held something of each category, as tills named it;
     * lines taken back whole are left out. Known once that is read.
     */
    public Map<String, Long> categories(UUID memberId, Instant since, Sheaf sheaf) {
        Map<String, Long> categories = new HashMap<>();
        sheaf.add(CATEGORIES, List.of(memberId, since), row -> categories.put(row.text(CATEGORY), row.number(PURCHASES)));
        return categories;
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
