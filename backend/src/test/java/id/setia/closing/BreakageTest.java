package id.setia.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BreakageTest {

    private static final Breakage.Fallback SET = new Breakage.Fallback(new BigDecimal("0.05"), 100);

    @Test
    void a_funder_with_lots_enough_is_judged_by_its_own_history() {
        Breakage breakage = Breakage.of(sample(100, 1_000, 130), sample(10_000, 100_000, 50_000), SET);

        assertThat(breakage.rate()).isEqualByComparingTo("0.13");
        assertThat(breakage.source()).isEqualTo(Breakage.Source.FUNDER);
        assertThat(breakage.of(777)).isEqualTo(101);
    }

    @Test
    void one_with_fewer_is_judged_by_the_programmes() {
        Breakage breakage = Breakage.of(sample(99, 1_000, 130), sample(100, 3_000, 1_000), SET);

        assertThat(breakage.rate()).isEqualByComparingTo("0.333333");
        assertThat(breakage.source()).isEqualTo(Breakage.Source.PROGRAM);
    }

    @Test
    void before_there_is_history_the_rate_that_was_set_counts() {
        Breakage breakage = Breakage.of(Breakage.Sample.NONE, sample(99, 3_000, 1_000), SET);

        assertThat(breakage.rate()).isEqualByComparingTo("0.05");
        assertThat(breakage.source()).isEqualTo(Breakage.Source.SETTING);
        assertThat(breakage.of(-20)).isZero();
    }

    private static Breakage.Sample sample(long lots, long points, long lapsed) {
        return new Breakage.Sample(lots, points, lapsed);
    }
}
