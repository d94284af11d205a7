package id.setia.posting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A line of a {@link ModelSale}; amounts in sen. */
final class ModelLine {

    enum Kind {
        PLAIN,
        FRESH,
        COFFEE
    }

    final int position;
    final Kind kind;
    final long amount;
    final BigDecimal quantity;
    /** What of it earns. */
    long base;
    /** How many points paid a part of it. */
    long paidPoints;

    private BigDecimal quantityBack = BigDecimal.ZERO;
    private long amountBack;

    ModelLine(int position, Kind kind, long amount, BigDecimal quantity) {
        this.position = position;
        this.kind = kind;
        this.amount = amount;
        this.quantity = quantity;
    }

    BigDecimal quantityLeft() {
        return quantity.subtract(quantityBack);
    }

    boolean isGone() {
        return quantityLeft().signum() == 0;
    }

    /** What of its base is left, in the proportion of what is left of its amount, halves rounded up. */
    long baseLeft() {
        return amount == 0 ? 0 : round(base, amount - amountBack, RoundingMode.HALF_UP);
    }

    /**
     * Takes back some of its pieces.
     *
     * @return the points that paid for them: a share of what paid in all, rounded down until the last piece is back
     */
    long takeBack(BigDecimal pieces) {
        long before = paidBack();
        quantityBack = quantityBack.add(pieces);
        amountBack = isGone()
                ? amount
                : inRupiah(BigDecimal.valueOf(amount).multiply(quantityBack).divide(quantity, 10, RoundingMode.HALF_UP));
        return paidBack() - before;
    }

    /** Prices are whole rupiah, and so is a part of one. */
    private static long inRupiah(BigDecimal sen) {
        return sen.movePointLeft(2).setScale(0, RoundingMode.HALF_UP).movePointRight(2).longValueExact();
    }

    private long paidBack() {
        if (amount == 0) {
            return isGone() ? paidPoints : 0;
        }
        return round(paidPoints, amountBack, RoundingMode.DOWN);
    }

    private long round(long whole, long part, RoundingMode rounding) {
        return new BigDecimal(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(part)))
                .divide(BigDecimal.valueOf(amount), 0, rounding)
                .longValueExact();
    }

    @Override
    public String toString() {
        return quantity + " " + kind + " " + amount;
    }
}
