package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SpreadPropertyTest {

    @Property
    void parts_add_up_and_none_is_further_than_one_from_its_share(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long amount,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> weights) {
        long[] parts = Spread.over(amount, weights);

        BigInteger total = BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        if (total.signum() == 0) {
            assertThat(parts).containsOnly(0);
            return;
        }
        assertThat(LongStream.of(parts).sum()).isEqualTo(amount);
        for (int index = 0; index < parts.length; index++) {
            BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weights.get(index)));
            BigInteger given = BigInteger.valueOf(parts[index]).multiply(total);
            assertThat(given.subtract(exact).abs()).isLessThan(total);
        }
    }
}
