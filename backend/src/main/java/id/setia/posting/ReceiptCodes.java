package id.setia.posting;

import id.setia.access.Deployment;
import id.setia.access.Vault;
import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import id.setia.program.Settings;
import id.setia.purchases.Purchase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Codes of receipts that are nobody's: derived from the purchase by a key, found again by a keyed hash. */
@Singleton
class ReceiptCodes {

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            280,
            """
            INSERT INTO receipt_claim (code_hash, purchase_id, used_at)
            VALUES (?, ?, NULL)
            ON DUPLICATE KEY UPDATE purchase_id = VALUES(purchase_id)""",
            (one, other) -> Arrays.compareUnsigned(one.hash(), other.hash()),
            (statement, row) -> {
                statement.setBytes(1, row.hash());
                statement.setBytes(2, UuidBytes.of(row.purchaseId()));
            });

    private final Vault vault;
    private final Settings settings;
    private final Deployment deployment;

    ReceiptCodes(Vault vault, Settings settings, Deployment deployment) {
        this.vault = vault;
        this.settings = settings;
        this.deployment = deployment;
    }

    private record Row(byte[] hash, UUID purchaseId) {}

    /** A code that was given out, and whether it was used. */
    record Known(UUID purchaseId, boolean used) {}

    /** The code of a purchase that may be claimed now: nobody's, never given to anybody, and recent enough. */
    Optional<ReceiptCode> of(Purchase purchase, Instant now) {
        boolean claimable = purchase.memberId().isEmpty() && purchase.attachments() == 0 && isOpen(purchase, now);
        return claimable ? Optional.of(code(purchase.id())) : Optional.empty();
    }

    boolean isOpen(Purchase purchase, Instant now) {
        return now.isBefore(until(purchase))
                && !purchase.head().occurredAt().isAfter(now.plus(PurchaseBooking.AHEAD));
    }

    /** The end of the time in which the purchase may be claimed. */
    Instant until(Purchase purchase) {
        ReceiptClaimPolicy policy = settings.read(ReceiptClaimPolicy.NAME, ReceiptClaimPolicy.class, ReceiptClaimPolicy.DEFAULT)
                .value();
        return purchase.head().occurredAt().plus(Duration.ofDays(policy.days()));
    }

    private ReceiptCode code(UUID purchaseId) {
        return ReceiptCode.of(vault.fingerprint("receipt-code", purchaseId.toString()));
    }

    /** Where the portal takes the code: what the till prints as a QR. */
    String url(ReceiptCode code) {
        return deployment.publicUrl() + "/r/" + code.text();
    }

    /** Adds what the code of the purchase is found by. */
    void add(Batch batch, Purchase purchase) {
        batch.add(ROWS, new Row(hash(code(purchase.id())), purchase.id()));
    }

    private byte[] hash(ReceiptCode code) {
        return vault.fingerprint("receipt-code-hash", code.text());
    }

    Optional<Known> find(Connection connection, ReceiptCode code) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT purchase_id, used_at FROM receipt_claim WHERE code_hash = ?")) {
            select.setBytes(1, hash(code));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Known(Sql.id(row, "purchase_id"), Sql.instant(row, "used_at") != null))
                        : Optional.empty();
            }
        }
    }

    void markUsed(Connection connection, ReceiptCode code, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE receipt_claim SET used_at = ? WHERE code_hash = ?")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, hash(code));
            update.executeUpdate();
        }
    }
}
