package id.setia.offers;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Rows of {@code offer_activation}. */
@Singleton
class Activations {

    private record Use(UUID memberId, UUID offerId, Instant at) {}

    /** Written by those who hold the member's lock. */
    private static final RowWriter<Use> USES = new RowWriter<>(
            750,
            """
            INSERT INTO offer_activation (member_id, offer_id, activated_at, uses, last_used_at)
            VALUES (?, ?, NULL, 1, ?)
            ON DUPLICATE KEY UPDATE uses = uses + VALUES(uses), last_used_at = VALUES(last_used_at)""",
            Comparator.comparing(Use::memberId).thenComparing(Use::offerId),
            (statement, use) -> {
                statement.setBytes(1, UuidBytes.of(use.memberId()));
                statement.setBytes(2, UuidBytes.of(use.offerId()));
                statement.setObject(3, Sql.time(use.at()));
            });

    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;

    Activations(Transactions transactions) {
        this.transactions = transactions;
    }

    List<Activation> of(Collection<UUID> members) {
        Sheaf sheaf = new Sheaf();
        List<Activation> found = new ArrayList<>();
        read(members, sheaf, found::add);
        transactions.read(sheaf);
        return found;
    }

    /** Adds what members did to the sheaf. */
    static void read(Collection<UUID> members, Sheaf sheaf, Consumer<Activation> found) {
        if (members.isEmpty()) {
            return;
        }
        List<UUID> ids = Sql.padded(members);
        SheafPart part = new SheafPart(
                "offer_activation WHERE member_id IN " + Sql.places(ids),
                List.of("member_id", "offer_id", "redemption_id"),
                List.of(),
                List.of("uses"),
                List.of("activated_at"));
        sheaf.add(part, ids, row -> found.accept(new Activation(
                row.id("member_id"),
                row.id("offer_id"),
                Optional.ofNullable(row.instant("activated_at")),
                (int) row.number("uses"),
                Optional.ofNullable(row.id("redemption_id")))));
    }

    private static List<Activation> read(PreparedStatement select) throws SQLException {
        List<Activation> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Activation(
                        Sql.id(row, "member_id"),
                        Sql.id(row, "offer_id"),
                        Optional.ofNullable(Sql.instant(row, "activated_at")),
                        row.getInt("uses"),
                        Optional.ofNullable(Sql.id(row, "redemption_id"))));
            }
        }
        return found;
    }

    /** Notes the activation; one noted before stays. */
    void activate(UUID memberId, UUID offerId, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO offer_activation (member_id, offer_id, activated_at, uses, last_used_at)
                    VALUES (?, ?, ?, 0, NULL)
                    ON DUPLICATE KEY UPDATE activated_at = COALESCE(activated_at, VALUES(activated_at))""")) {
                upsert.setBytes(1, UuidBytes.of(memberId));
                upsert.setBytes(2, UuidBytes.of(offerId));
                upsert.setObject(3, Sql.time(now));
                return upsert.executeUpdate();
            }
        });
    }

    void deactivate(UUID memberId, UUID offerId) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE offer_activation
                    SET activated_at = NULL
                    WHERE member_id = ? AND offer_id = ?""")) {
                update.setBytes(1, UuidBytes.of(memberId));
                update.setBytes(2, UuidBytes.of(offerId));
                return update.executeUpdate();
            }
        });
    }

    private static final RowWriter<Activation> ADDED = new RowWriter<>(
            751,
            """
            INSERT INTO offer_activation (member_id, offer_id, activated_at, uses, last_used_at, redemption_id)
            VALUES (?, ?, ?, ?, NULL, ?)
            ON DUPLICATE KEY UPDATE
              activated_at = COALESCE(activated_at, VALUES(activated_at)), uses = uses + VALUES(uses),
              redemption_id = COALESCE(redemption_id, VALUES(redemption_id))""",
            Comparator.comparing(Activation::memberId).thenComparing(Activation::offerId),
            (statement, added) -> {
                statement.setBytes(1, UuidBytes.of(added.memberId()));
                statement.setBytes(2, UuidBytes.of(added.offerId()));
                statement.setObject(3, Sql.time(added.activatedAt().orElse(null)));
                statement.setInt(4, added.uses());
                statement.setBytes(5, UuidBytes.of(added.redemptionId().orElse(null)));
            });

    private static final RowWriter<Activation> FORGOTTEN = new RowWriter<>(
            752,
            """
            INSERT INTO offer_activation (member_id, offer_id, activated_at, uses, last_used_at, redemption_id)
            VALUES (?, ?, NULL, 0, NULL, NULL)
            ON DUPLICATE KEY UPDATE
              activated_at = VALUES(activated_at), uses = VALUES(uses), redemption_id = VALUES(redemption_id)""",
            Comparator.comparing(Activation::memberId).thenComparing(Activation::offerId),
            (statement, gone) -> {
                statement.setBytes(1, UuidBytes.of(gone.memberId()));
                statement.setBytes(2, UuidBytes.of(gone.offerId()));
            });

    /** Adds to the batch that what one member activated and used is another's now. */
    void merge(Batch batch, UUID memberId, UUID survivorId) {
        for (Activation had : of(List.of(memberId))) {
            batch.add(ADDED, new Activation(survivorId, had.offerId(), had.activatedAt(), had.uses(), had.redemptionId()));
            batch.add(FORGOTTEN, had);
        }
    }

    /** Written by those who hold the member's lock and know that there is no voucher yet, or that it was taken back. */
    private static final RowWriter<Activation> GIVEN = new RowWriter<>(
            753,
            """
            INSERT INTO offer_activation (member_id, offer_id, activated_at, uses, last_used_at, redemption_id)
            VALUES (?, ?, ?, ?, NULL, ?)
            ON DUPLICATE KEY UPDATE
              activated_at = VALUES(activated_at), uses = VALUES(uses), redemption_id = VALUES(redemption_id)""",
            Comparator.comparing(Activation::memberId).thenComparing(Activation::offerId),
            (statement, given) -> {
                statement.setBytes(1, UuidBytes.of(given.memberId()));
                statement.setBytes(2, UuidBytes.of(given.offerId()));
                statement.setObject(3, Sql.time(given.activatedAt().orElse(null)));
                statement.setInt(4, given.uses());
                statement.setBytes(5, UuidBytes.of(given.redemptionId().orElse(null)));
            });

    /** Adds to the batch that a member got the offer's voucher, or that it was taken back. */
    void put(Batch batch, Activation given) {
        batch.add(GIVEN, given);
    }

    /** Counts a use of the member's voucher, or that it counts no more; of a voucher that is not theirs, nothing. */
    void count(UUID memberId, UUID offerId, UUID redemptionId, boolean used, Instant at) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE offer_activation
                    SET uses = ?, last_used_at = COALESCE(?, last_used_at)
                    WHERE member_id = ? AND offer_id = ? AND redemption_id = ?""")) {
                update.setInt(1, used ? 1 : 0);
                update.setObject(2, used ? Sql.time(at) : null);
                update.setBytes(3, UuidBytes.of(memberId));
                update.setBytes(4, UuidBytes.of(offerId));
                update.setBytes(5, UuidBytes.of(redemptionId));
                return update.executeUpdate();
            }
        });
    }

    /** Those who have a voucher of the offer, after a redemption, in the order of these. */
    List<Activation> given(UUID offerId, Optional<UUID> after, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, offer_id, activated_at, uses, redemption_id
                    FROM offer_activation
                    WHERE offer_id = ? AND redemption_id > ?
                    ORDER BY redemption_id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(offerId));
                select.setBytes(2, UuidBytes.of(after.orElse(FIRST)));
                select.setInt(3, limit);
                return read(select);
            }
        });
    }

    void use(Batch batch, UUID memberId, UUID offerId, Instant at) {
        batch.add(USES, new Use(memberId, offerId, at));
    }
}
