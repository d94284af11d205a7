package id.setia.purchases;

import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
import id.setia.kernel.UuidBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Conditions on what was bought, for a row of {@code member} that goes by {@code m}. */
public final class PurchaseConditions {

    private PurchaseConditions() {}

    /**
     * Which purchases count; those taken back whole never do.
     *
     * @param category of lines; everything below it counts too
     * @param stores empty for any
     */
    public record Which(Optional<Instant> since, Optional<String> category, List<UUID> stores) {}

    /**
     * How many of them there are and what they come to, in smallest units and less what was given back. With a category only
     * its lines count. All bounds are included.
     */
    public record Bounds(long fewest, long most, long leastSpend, long mostSpend) {}

    public static SqlCondition bought(Which which, Bounds bounds) {
        boolean byLine = which.category().isPresent();
        StringBuilder text = new StringBuilder("(SELECT CASE WHEN " + (byLine ? "COUNT(DISTINCT p.id)" : "COUNT(*)") + " BETWEEN ? AND ? AND COALESCE(SUM("
                + (byLine ? "l.amount - l.refunded_amount" : "p.total - p.refunded")
                + "), 0) BETWEEN ? AND ? THEN 1 ELSE 0 END FROM purchase p");
        List<Object> values = new ArrayList<>(
                Arrays.asList(bounds.fewest(), bounds.most(), bounds.leastSpend(), bounds.mostSpend()));
        if (byLine) {
            text.append(" JOIN purchase_line l ON l.purchase_id = p.id");
        }
        text.append(" WHERE p.member_id = m.id AND p.total > p.refunded");
        which.since().ifPresent(since -> {
            text.append(" AND p.occurred_at >= ?");
            values.add(Sql.time(since));
        });
        if (!which.stores().isEmpty()) {
            text.append(" AND p.store_id IN ").append(Sql.places(which.stores()));
            which.stores().forEach(store -> values.add(UuidBytes.of(store)));
        }
        which.category().ifPresent(category -> {
            text.append(" AND l.amount > l.refunded_amount AND (l.category = ? OR l.category LIKE ? ESCAPE '!')");
            values.add(category);
            values.add(category.replaceAll("[!%_]", "!$0") + " > %");
        });
        return new SqlCondition(text.append(") = 1").toString(), values);
    }
}
