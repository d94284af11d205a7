package id.setia.members;

import id.setia.access.Totp;
import id.setia.access.Vault;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The seeds from which members' phones make the codes of their cards, {@code S1.<card>.<code>}: a new one every 30 seconds,
 * without a line to us. Kept sealed.
 */
@Singleton
class CardSeeds {

    private static final String CODED_CARD = "S1\\.([^.]+)\\.([0-9]{6})";
    private static final int STEPS_AROUND = 2;

    private final Vault vault;
    private final Transactions transactions;
    private final SystemClock clock;

    CardSeeds(Vault vault, Transactions transactions, SystemClock clock) {
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Row(byte[] seed, long lastStep) {}

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
            Optional<Row> known = select(connection, card, "");
            if (known.isPresent()) {
                return open(card, known.get());
            }
            insert(connection, memberId, card, Totp.newSecret());
            return open(card, select(connection, card, "").orElseThrow());
        });
    }

    private byte[] open(MemberReference card, Row row) {
        return vault.open(row.seed(), "card_seed", card.value(), "seed");
    }

    /** Takes the code in the text of a QR, once; false where it is none, was taken, or its card may not spend for the member. */
    boolean take(Connection connection, UUID memberId, String qr) throws SQLException {
        if (!qr.strip().matches(CODED_CARD)) {
            return false;
        }
        MemberReference card = MemberReference.card(qr);
        String code = qr.strip().substring(qr.strip().lastIndexOf('.') + 1);
        boolean own = memberId.equals(IdentifierRows.holders(connection, List.of(card)).get(card));
        if (!own || !CardRows.maySpend(connection, card)) {
            return false;
        }
        Optional<Row> row = select(connection, card, " FOR UPDATE");
        if (row.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.step(open(card, row.get()), code, clock.now(), STEPS_AROUND);
        if (step.isEmpty() || step.getAsLong() <= row.get().lastStep()) {
            return false;
        }
        use(connection, card, step.getAsLong());
        return true;
    }

    private static Optional<Row> select(Connection connection, MemberReference card, String ending)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT seed, last_step FROM card_seed WHERE card = ?" + ending)) {
            select.setBytes(1, card.value().getBytes(StandardCharsets.UTF_8));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(row.getBytes("seed"), row.getLong("last_step")))
                        : Optional.empty();
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

    private static void use(Connection connection, MemberReference card, long step) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE card_seed SET last_step = ? WHERE card = ?")) {
            update.setLong(1, step);
            update.setBytes(2, card.value().getBytes(StandardCharsets.UTF_8));
            update.executeUpdate();
        }
    }
}
