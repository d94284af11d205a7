package id.setia.offers;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What the members of a group bought while an offer ran.
 *
 * @param members those noted
 * @param purchases of all of them
 * @param spend of all of them, in smallest units
 * @param squares sum of the squares of each member's spend
 */
record OfferGroup(long members, long purchases, BigDecimal spend, BigDecimal squares) {

    static final OfferGroup NOBODY = new OfferGroup(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Mean and variance of the spend of a member; of two members or more. */
    Welch.Sample sample() {
        BigDecimal count = BigDecimal.valueOf(members);
        BigDecimal deviations = squares.subtract(spend.multiply(spend).divide(count, MathContext.DECIMAL128));
        return new Welch.Sample(
                members,
                spend.doubleValue() / members,
                Math.max(0, deviations.doubleValue() / (members - 1)));
    }
}
