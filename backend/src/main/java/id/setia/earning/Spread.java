package id.setia.earning;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
        BigInteger total = BigInteger.valueOf(sum);
        BigInteger[] remainders = new BigInteger[parts.length];
        long left = amount;
        for (int index = 0; index < parts.length; index++) {
            BigInteger[] share = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights.get(index)))
                    .divideAndRemainder(total);
            parts[index] = share[0].longValueExact();
            remainders[index] = share[1];
            left -= parts[index];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> remainders[index]).reversed())
                .limit(left)
                .forEach(index -> parts[index]++);
        return parts;
    }
}
