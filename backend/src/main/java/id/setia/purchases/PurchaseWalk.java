package id.setia.purchases;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Walks over members' purchases of a time, member by member and for each in the order of buying, page by page along an
 * index, so that any number of them is gone over in constant memory.
 */
@Singleton
public class PurchaseWalk {

    private final Transactions transactions;

    PurchaseWalk(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Where a purchase stands in the walk. */
    @Serdeable
    public record Step(UUID memberId, Instant occurredAt, UUID purchaseId) {}

    /** How many purchases there are to go over. */
    public long count(Instant from, Instant until) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT COUNT(*) AS purchases
                    FROM purchase
                    WHERE member_id IS NOT NULL AND occurred_at >= ? AND occurred_at < ?""")) {
                select.setObject(1, Sql.time(from));
                select.setObject(2, Sql.time(until));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong("purchases");
                }
            }
        });
    }

    /** The next purchases after a step. */
    public List<Step> after(Optional<Step> last, Instant from, Instant until, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, occurred_at, id
                    FROM purchase
                    WHERE member_id >= ? AND (member_id > ? OR occurred_at > ? OR occurred_at = ? AND id > ?)
                      AND occurred_at >= ? AND occurred_at < ?
                    ORDER BY member_id, occurred_at, id
                    LIMIT ?""")) {
                Step step = last.orElse(new Step(new UUID(0, 0), from, new UUID(0, 0)));
                select.setBytes(1, UuidBytes.of(step.memberId()));
                select.setBytes(2, UuidBytes.of(step.memberId()));
                select.setObject(3, Sql.time(step.occurredAt()));
                select.setObject(4, Sql.time(step.occurredAt()));
                select.setBytes(5, UuidBytes.of(step.purchaseId()));
                select.setObject(6, Sql.time(from));
                select.setObject(7, Sql.time(until));
                select.setInt(8, limit);
                return steps(select);
            }
        });
    }

    private static List<Step> steps(PreparedStatement select) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                steps.add(new Step(Sql.id(row, "member_id"), Sql.instant(row, "occurred_at"), Sql.id(row, "id")));
            }
        }
        return steps;
    }

    /**
     * The part of a page whose members are all on it: the last member may have more purchases on the next one. A member
     * who fills the page alone stays.
     */
    public static List<Step> wholeMembers(List<Step> page, int limit) {
        if (page.size() < limit) {
            return page;
        }
        UUID last = page.getLast().memberId();
        List<Step> whole =
                page.stream().filter(step -> !step.memberId().equals(last)).toList();
        return whole.isEmpty() ? page : whole;
    }
}
