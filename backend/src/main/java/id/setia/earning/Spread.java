package id.setia.earning;

import java.math.BigInteger;
import java.util.List;

/** Spreads a whole number over weights so that the parts add up: the method of largest remainders (Hamilton). */
public final class Spread {

    private Spread() {}

    /**
     * The parts, in the order of the weights; equal remainders favour the earlier.
     *
     * @param amount 0 or more
     * @param weights none negative; when all are 0 the parts are 0
     */
    public static long[] over(long amount, List<Long> weights) {
        long[] parts = new long[weights.size()];
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        if (sum == 0) {
            return parts;
        }
        long[] remainders = new long[parts.length];
        long left = amount;
        for (int index = 0; index < parts.length; index++) {
            long weight = weights.get(index);
            if (Math.multiplyHigh(amount, weight) == 0 && amount * weight >= 0) {
                parts[index] = amount * weight / sum;
                remainders[index] = amount * weight % sum;
            } else {
                BigInteger[] share = BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(weight))
                        .divideAndRemainder(BigInteger.valueOf(sum));
                parts[index] = share[0].longValueExact();
                remainders[index] = share[1].longValueExact();
            }
            left -= parts[index];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int index = 1; index < parts.length; index++) {
                if (remainders[index] > remainders[largest]) {
                    largest = index;
                }
            }
            parts[largest]++;
            remainders[largest] = -1;
        }
        return parts;
    }
}
