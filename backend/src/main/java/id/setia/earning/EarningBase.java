package id.setia.earning;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What of each line earns, by the default policy: goods the member paid for, tax included, after discounts, without the
 * part paid by points or voucher and without service charge, tip, delivery, donation and rounding.
 */
public final class EarningBase {

    private EarningBase() {}

    /**
     * The base of each line, in the order given; never negative.
     *
     * @param amounts of the lines after their own discounts; negative ones count as nothing
     * @param earns whether the product of each line earns
     * @param receiptDiscount 0 or more, spread over the lines by their amounts
     * @param taxOnTop tax not yet in the amounts, spread likewise
     * @param paidByPoints what points and vouchers paid, spread likewise
     */
    public static long[] of(
            List<Long> amounts, List<Boolean> earns, long receiptDiscount, long taxOnTop, long paidByPoints) {
        List<Long> weights =
                amounts.stream().map(amount -> Math.max(0, amount)).toList();
        long goods = weights.stream().mapToLong(Long::longValue).sum();
        long counted = Math.max(0, goods - receiptDiscount + taxOnTop - paidByPoints);
        long[] parts = Spread.over(counted, weights);
        return IntStream.range(0, parts.length)
                .mapToLong(index -> earns.get(index) ? parts[index] : 0)
                .toArray();
    }

    /** What is left of a line's base when a part of its amount was refunded. */
    public static long remaining(long base, long amount, long refunded) {
        if (amount <= 0 || refunded >= amount) {
            return 0;
        }
        return LongStream.of(Spread.over(base, List.of(amount - refunded, refunded))).findFirst().orElse(0);
    }
}
