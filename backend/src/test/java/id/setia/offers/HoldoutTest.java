package id.setia.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HoldoutTest {

    private static final List<Integer> HELD_OUT = List.of(10, 12, 21, 25, 34);

    @Property(tries = 100)
    void the_share_held_out_is_the_one_asked_for(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int percent) {
        Random random = new Random(seed);
        UUID offer = id(random);
        int members = 4_000;

        long held = members(random, members).filter(member -> Holdout.holds(offer, member, percent)).count();

        double expected = members * percent / 100.0;
        assertThat((double) held).isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - percent / 100.0)) + 1));
    }

    @Property(tries = 200)
    void a_member_once_held_out_is_so_for_ever_and_also_when_more_are(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 49) int percent) {
        Random random = new Random(seed);
        UUID offer = id(random);
        UUID member = id(random);

        boolean held = Holdout.holds(offer, member, percent);

        assertThat(Holdout.holds(offer, member, percent)).isEqualTo(held);
        assertThat(!held || Holdout.holds(offer, member, percent + 1)).isTrue();
    }

    @Test
    void offers_hold_out_independently_of_each_other() {
        Random random = new Random(3);
        UUID one = id(random);
        UUID other = id(random);
        List<UUID> members = members(random, 20_000).toList();

        long both = members.stream()
                .filter(member -> Holdout.holds(one, member, 20) && Holdout.holds(other, member, 20))
                .count();

        assertThat((double) both).isCloseTo(20_000 * 0.04, within(150.0));
    }

    @Test
    void the_draw_of_a_known_pair_never_changes() {
        UUID offer = UUID.fromString("019a0000-0000-7000-8000-000000000001");

        assertThat(Stream.iterate(1, number -> number + 1)
                        .limit(40)
                        .filter(number -> Holdout.holds(offer, new UUID(0x019a000000007000L, number), 10)))
                .as("released: whoever was held out stays so")
                .isEqualTo(HELD_OUT);
    }

    private static Stream<UUID> members(Random random, int many) {
        return Stream.generate(() -> id(random)).limit(many);
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
