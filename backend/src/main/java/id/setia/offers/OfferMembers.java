package id.setia.offers;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.purchases.PurchaseSums;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of {@code offer_member}: whom an offer was meant for. */
@Singleton
class OfferMembers {

    private final Transactions transactions;

    OfferMembers(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Notes members; those noted before stay as they were. */
    void note(Offer offer, Collection<UUID> members, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO offer_member (offer_id, member_id, held_out, since, announced_at)
                    VALUES (?, ?, ?, ?, NULL)
                    ON DUPLICATE KEY UPDATE offer_id = VALUES(offer_id)""")) {
                for (UUID member : members) {
                    insert.setBytes(1, UuidBytes.of(offer.id()));
                    insert.setBytes(2, UuidBytes.of(member));
                    insert.setBoolean(3, offer.holdsOut(member));
                    insert.setObject(4, Sql.time(now));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** What those noted bought from then until a moment: those who may have the offer under false, those held out under true. */
    Map<Boolean, OfferGroup> groups(UUID offerId, Instant until) {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT held_out, COUNT(*) AS members, SUM(bought) AS purchases, SUM(spend) AS spend,
                      SUM(spend * spend) AS squares
                    FROM (
                      SELECT o.held_out,\s""" + PurchaseSums.count("o.member_id", "o.since") + " AS bought, "
                    + PurchaseSums.spend("o.member_id", "o.since") + " AS spend\n" + """
                      FROM offer_member o
                      WHERE o.offer_id = ?) each_member
                    GROUP BY held_out""")) {
                select.setObject(1, Sql.time(until));
                select.setObject(2, Sql.time(until));
                select.setBytes(3, UuidBytes.of(offerId));
                Map<Boolean, OfferGroup> groups = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        groups.put(
                                row.getBoolean("held_out"),
                                new OfferGroup(
                                        row.getLong("members"),
                                        row.getLong("purchases"),
                                        row.getBigDecimal("spend"),
                                        row.getBigDecimal("squares")));
                    }
                }
                return groups;
            }
        });
    }

    /** Members noted, not held out and not told yet, who were told of fewer offers since a moment. */
    List<UUID> unannounced(UUID offerId, Instant since, int fewerThan, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT o.member_id
                    FROM offer_member o
                    WHERE o.offer_id = ? AND o.held_out = FALSE AND o.announced_at IS NULL
                      AND (SELECT COUNT(*) FROM offer_member w WHERE w.member_id = o.member_id AND w.announced_at > ?) < ?
                    ORDER BY o.member_id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(offerId));
                select.setObject(2, Sql.time(since));
                select.setInt(3, fewerThan);
                select.setInt(4, limit);
                List<UUID> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(Sql.id(row, "member_id"));
                    }
                }
                return found;
            }
        });
    }

    /** Notes that a member is told; false when they were before. */
    boolean announce(UUID offerId, UUID memberId, Instant now) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE offer_member
                    SET announced_at = ?
                    WHERE offer_id = ? AND member_id = ? AND announced_at IS NULL""")) {
                update.setObject(1, Sql.time(now));
                update.setBytes(2, UuidBytes.of(offerId));
                update.setBytes(3, UuidBytes.of(memberId));
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Says that the offer's members are noted as of a day; false when somebody has already. */
    boolean begin(UUID offerId, Instant now, Instant dayBegan) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE offer
                    SET noted_at = ?
                    WHERE id = ? AND (noted_at IS NULL OR noted_at < ?)""")) {
                update.setObject(1, Sql.time(now));
                update.setBytes(2, UuidBytes.of(offerId));
                update.setObject(3, Sql.time(dayBegan));
                return update.executeUpdate() == 1;
            }
        });
    }
}
