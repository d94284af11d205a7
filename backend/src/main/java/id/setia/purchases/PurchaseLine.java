package id.setia.purchases;

import java.math.BigDecimal;

/**
 * A line of a purchase with what became of it.
 *
 * @param earns whether its product earned anything when it was bought
 * @param base what of it earned, in smallest units
 * @param points as they stand now, refunds taken off
 */
public record PurchaseLine(
        ReceiptLine line, boolean earns, long base, long points, BigDecimal refundedQuantity, long refundedAmount) {

    public int position() {
        return line.position();
    }

    public BigDecimal remainingQuantity() {
        return line.quantity().subtract(refundedQuantity);
    }

    public long remainingAmount() {
        return line.amount() - refundedAmount;
    }

    public PurchaseLine withPoints(long newPoints) {
        return new PurchaseLine(line, earns, base, newPoints, refundedQuantity, refundedAmount);
    }

    public PurchaseLine refunded(BigDecimal quantity, long amount) {
        return new PurchaseLine(
                line, earns, base, points, refundedQuantity.add(quantity), refundedAmount + amount);
    }
}
