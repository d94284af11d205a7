package id.setia.closing;

import id.setia.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a point counts for in the books.
 *
 * @param perPoint in major units of the currency, at most 6 digits after the point
 */
record PointValue(BigDecimal perPoint, String currency) {

    /** So many points in money, to the nearest smallest unit, halves away from zero. */
    Money of(long points) {
        int digits = Money.digits(currency);
        return Money.ofMinor(
                exact(points).setScale(digits, RoundingMode.HALF_UP).movePointRight(digits).longValueExact(), currency);
    }

    /** The same without rounding. */
    BigDecimal exact(long points) {
        return perPoint.multiply(BigDecimal.valueOf(points));
    }

    /** The amount less another, both of this currency. */
    static Money difference(Money amount, Money less) {
        int digits = Money.digits(amount.currency());
        return Money.ofMinor(
                new BigDecimal(amount.amount())
                        .subtract(new BigDecimal(less.amount()))
                        .movePointRight(digits)
                        .longValueExact(),
                amount.currency());
    }

    String text() {
        return perPoint.stripTrailingZeros().toPlainString();
    }
}
