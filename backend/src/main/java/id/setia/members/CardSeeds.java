package id.setia.members;

import id.setia.access.Totp;
import id.setia.access.Vault;
import id.setia.kernel.Batch;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The seeds from which members' phones make the codes of their cards, {@code S1.<card>.<code>}: a new one every 30 seconds,
 * without a line to us. Kept sealed.
 */
@Singleton
class CardSeeds {

    private static final String CODED_CARD = "S1\\.([^.]+)\\.([0-9]{6})";
    private static final int STEPS_AROUND = 2;
    private static final String COLUMNS = "SELECT card, member_id, seed, last_step, created_at FROM card_seed ";

    private final Vault vault;
    private final Transactions transactions;
    private final SystemClock clock;

    CardSeeds(Vault vault, Transactions transactions, SystemClock clock) {
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Row(UUID memberId, byte[] seed, long lastStep, Instant createdAt) {}

    private record Used(MemberReference card, Row row) {}

    /** Written by those who hold the rows' locks. */
    private static final RowWriter<Used> USED = new RowWriter<>(
            60,
            """
            INSERT INTO card_seed (card, member_id, seed, last_step, created_at)
            VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE last_step = VALUES(last_step)""",
            Comparator.comparing(used -> used.card().value()),
            (statement, used) -> {
                statement.setBytes(1, used.card().valueBytes());
                statement.setBytes(2, UuidBytes.of(used.row().memberId()));
                statement.setBytes(3, used.row().seed());
                statement.setLong(4, used.row().lastStep());
                statement.setObject(5, Sql.time(used.row().createdAt()));
            });

    /**
     * The seed of a member's own active card, made when it is first asked for.
     *
     * @throws Problem {@code card_not_found}
     */
    byte[] of(UUID memberId, MemberReference card) {
        return transactions.write(connection -> {
            boolean own = IdentifierRows.of(connection, memberId).stream()
                    .anyMatch(row -> row.reference().equals(card) && row.state().equals(IdentifierRows.ACTIVE));
            if (!own) {
                throw Problem.of(ProblemCode.CARD_NOT_FOUND);
            }
            Optional<Row> known = select(connection, card);
            if (known.isPresent()) {
                return open(card, known.get());
            }
            insert(connection, memberId, card, Totp.newSecret());
            return open(card, select(connection, card).orElseThrow());
        });
    }

    private byte[] open(MemberReference card, Row row) {
        return vault.open(row.seed(), "card_seed", card.value(), "seed");
    }

    /** The cards whose changing codes are shown in one transaction, with their seeds, locked. */
    final class Desk {

        private final Map<MemberReference, UUID> holders;
        private final Map<MemberReference, Row> seeds;

        private Desk(Map<MemberReference, UUID> holders, Map<MemberReference, Row> seeds) {
            this.holders = holders;
            this.seeds = seeds;
        }

        /** Takes the code in the text of a QR, once; false where it is none, was taken, or its card may not spend for the member. */
        boolean take(Batch batch, UUID memberId, String qr) {
            Optional<Used> good = good(memberId, qr);
            good.ifPresent(used -> {
                seeds.put(used.card(), used.row());
                batch.add(USED, used);
            });
            return good.isPresent();
        }

        /** Whether the code could be taken. */
        boolean isGood(UUID memberId, String qr) {
            return good(memberId, qr).isPresent();
        }

        /** The card as it is once its code was taken. */
        private Optional<Used> good(UUID memberId, String qr) {
            Optional<MemberReference> card = codedCard(qr).filter(shown -> memberId.equals(holders.get(shown)));
            Row row = card.map(seeds::get).orElse(null);
            if (row == null) {
                return Optional.empty();
            }
            String code = qr.strip().substring(qr.strip().lastIndexOf('.') + 1);
            OptionalLong step = Totp.step(open(card.get(), row), code, clock.now(), STEPS_AROUND);
            return step.isEmpty() || step.getAsLong() <= row.lastStep()
                    ? Optional.empty()
                    : Optional.of(new Used(
                            card.get(), new Row(row.memberId(), row.seed(), step.getAsLong(), row.createdAt())));
        }
    }

    /** The desk of a transaction in which the texts of these QRs are shown, its members locked; three statements at most. */
    Desk desk(Connection connection, Collection<String> shown) throws SQLException {
        SortedMap<String, MemberReference> cards = new TreeMap<>();
        shown.forEach(qr -> codedCard(qr).ifPresent(card -> cards.put(card.value(), card)));
        Map<MemberReference, UUID> holders = CardRows.spending(connection, cards.values());
        return new Desk(holders, lock(connection, cards.values().stream().filter(holders::containsKey).toList()));
    }

    private static Optional<MemberReference> codedCard(String qr) {
        return qr.strip().matches(CODED_CARD) ? Optional.of(MemberReference.card(qr)) : Optional.empty();
    }

    private static Map<MemberReference, Row> lock(Connection connection, List<MemberReference> cards)
            throws SQLException {
        Map<MemberReference, Row> seeds = new HashMap<>();
        if (cards.isEmpty()) {
            return seeds;
        }
        List<MemberReference> asked = Sql.padded(cards);
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + "WHERE card IN " + Sql.places(asked) + " ORDER BY card FOR UPDATE")) {
            int place = 1;
            for (MemberReference card : asked) {
                select.setBytes(place++, card.valueBytes());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String number = new String(row.getBytes("card"), StandardCharsets.UTF_8);
                    seeds.put(MemberReference.card(number), row(row));
                }
            }
        }
        return seeds;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.id(row, "member_id"), row.getBytes("seed"), row.getLong("last_step"), Sql.instant(row, "created_at"));
    }

    private static Optional<Row> select(Connection connection, MemberReference card) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE card = ?")) {
            select.setBytes(1, card.valueBytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row(row)) : Optional.empty();
            }
        }
    }

    /** Writes the first seed; one that was written meanwhile stays. */
    private void insert(Connection connection, UUID memberId, MemberReference card, byte[] seed) throws SQLException {
        Instant now = clock.now();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO card_seed (card, member_id, seed, last_step, created_at)
                VALUES (?, ?, ?, 0, ?)
                ON DUPLICATE KEY UPDATE card = VALUES(card)""")) {
            insert.setBytes(1, card.value().getBytes(StandardCharsets.UTF_8));
            insert.setBytes(2, UuidBytes.of(memberId));
            insert.setBytes(3, vault.seal(seed, "card_seed", card.value(), "seed"));
            insert.setObject(4, Sql.time(now));
            insert.executeUpdate();
        }
    }
}
