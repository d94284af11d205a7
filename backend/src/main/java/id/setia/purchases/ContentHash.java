package id.setia.purchases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * A fingerprint of a receipt's business content, to tell the same receipt sent again from another one under its key: lines
 * and amounts count, names, spellings of time, cashier and member do not.
 */
public final class ContentHash {

    /** The way of computing it that new rows use. */
    public static final int VERSION = 1;

    private ContentHash() {}

    public static byte[] of(Receipt receipt) {
        Amounts amounts = receipt.amounts();
        return sha256(receipt.lines().stream()
                        .sorted(Comparator.comparingInt(ReceiptLine::position))
                        .map(line -> line.position() + "\u001f" + line.sku().orElse("") + "\u001f"
                                + line.quantity().stripTrailingZeros().toPlainString() + "\u001f" + line.discount()
                                + "\u001f" + line.amount())
                        .collect(Collectors.joining("\u001e"))
                + "\u001d" + amounts.discount() + "\u001f" + amounts.tax() + "\u001f" + amounts.serviceCharge()
                + "\u001f" + amounts.tip() + "\u001f" + amounts.delivery() + "\u001f" + amounts.rounding() + "\u001f"
                + amounts.donation() + "\u001f" + amounts.total());
    }

    /** The fingerprint of a refund: what it takes back, in the order given. */
    public static byte[] of(RefundRequest request) {
        return sha256(request.lines().stream()
                .map(line -> line.purchaseKey().text() + "\u001f"
                        + line.position().map(String::valueOf).orElse("*") + "\u001f"
                        + line.quantity()
                                .map(quantity -> quantity.stripTrailingZeros().toPlainString())
                                .orElse("*")
                        + "\u001f" + line.amount().map(String::valueOf).orElse("*"))
                .collect(Collectors.joining("\u001e")));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }
}
