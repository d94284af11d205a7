package id.setia.care;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * What a member reads off a receipt.
 *
 * @param total what was paid, in smallest units, more than 0
 */
record ClaimedReceipt(UUID storeId, LocalDate businessDate, String number, long total) {

    /** Tells receipts apart, not their totals: a total mistyped is still the same receipt. */
    byte[] fingerprint() {
        String text = storeId + "|" + businessDate + "|" + number.toUpperCase(Locale.ROOT);
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }
}
