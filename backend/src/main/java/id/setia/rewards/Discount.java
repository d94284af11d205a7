package id.setia.rewards;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a till takes off a receipt, in the currency's smallest unit: an amount or a percentage, one of them.
 *
 * @param amount more than 0
 * @param percent more than 0, at most 100, at most two digits after the point
 * @param most the largest amount a percentage takes off
 * @param from the receipt's total from which it counts, 0 for any
 */
@Serdeable
record Discount(@Nullable Long amount, @Nullable BigDecimal percent, @Nullable Long most, long from) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** Whether it counts on a receipt of the total. */
    boolean counts(long total) {
        return total >= from;
    }

    /** What is taken off a receipt of the total, from 0 to all of it; a percentage is rounded down. */
    long of(long total) {
        if (!counts(total)) {
            return 0;
        }
        long wanted = amount != null
                ? amount
                : percent.multiply(BigDecimal.valueOf(total))
                        .divide(HUNDRED, 0, RoundingMode.FLOOR)
                        .longValueExact();
        long capped = most == null ? wanted : Math.min(wanted, most);
        return Math.clamp(capped, 0, Math.max(0, total));
    }
}
