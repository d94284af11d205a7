package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheringLineTest {

    private static final int MOST = 300;
    private static final int SHARING = 20;

    private static final class Act extends GatheringLine.Place<Integer> {

        Act(int number, int weight, Object... kin) {
            super(number, weight, Set.of(kin));
        }
    }

    private final GatheringLine<Integer, Act> line = lineFor(2);

    @Test
    void little_goes_to_one_writer() {
        enter(line, 1, SHARING - 1);

        assertThat(line.take()).hasSize(SHARING - 1);
    }

    @Test
    void much_is_shared_by_the_writers_who_are_free() {
        enter(line, 1, 41);

        assertThat(line.take()).hasSize(21);
        assertThat(line.take()).hasSize(20);
    }

    @Test
    void heavy_acts_are_shared_too_however_light_those_before_them_are() {
        enter(line, 1, 2);
        line.enter(new Act(3, 50, 3));
        line.enter(new Act(4, 50, 4));

        assertThat(line.take()).extracting(Act::act).containsExactly(1, 2, 3);
        assertThat(line.take()).extracting(Act::act).containsExactly(4);
    }

    @Test
    void what_is_kin_is_not_shared() {
        IntStream.rangeClosed(1, 40).forEach(number -> line.enter(new Act(number, 1, "one", number)));

        assertThat(line.take()).hasSize(40);
    }

    @Test
    void no_share_is_so_small_that_it_would_not_be_begun() {
        GatheringLine<Integer, Act> three = lineFor(3);
        three.enter(new Act(0, MOST, 0));
        assertThat(three.take()).hasSize(1);
        enter(three, 1, 200);

        assertThat(three.take()).hasSize(MOST / 2);
        assertThat(three.weight()).isEqualTo(200 - MOST / 2);
    }

    @Test
    void no_more_is_taken_than_goes_together_and_one_that_is_too_heavy_goes_alone() {
        GatheringLine<Integer, Act> one = lineFor(1);
        one.enter(new Act(1, MOST - 1, 1));
        one.enter(new Act(2, 2, 2));
        one.enter(new Act(3, MOST + 1, 3));

        List<Act> first = one.take();
        assertThat(first).extracting(Act::act).containsExactly(1);
        one.done(first);
        List<Act> second = one.take();
        assertThat(second).extracting(Act::act).containsExactly(2);
        one.done(second);
        assertThat(one.take()).extracting(Act::act).containsExactly(3);
    }

    @Test
    void kin_to_one_that_waits_waits_behind_it() {
        List<Act> first = List.of(new Act(1, 1, "a"));
        line.enter(first.getFirst());
        assertThat(line.take()).isEqualTo(first);
        line.enter(new Act(2, 1, "a", "b"));
        line.enter(new Act(3, 1, "b", "c"));
        line.enter(new Act(4, 1, "c"));
        line.enter(new Act(5, 1, "d"));

        List<Act> second = line.take();
        assertThat(second).extracting(Act::act).containsExactly(5);
        line.done(second);
        line.done(first);
        assertThat(line.take()).extracting(Act::act).containsExactly(2, 3, 4);
    }

    @Test
    void who_is_being_done_can_leave_no_more_and_is_behind_nobody() {
        Act act = new Act(1, 1, "a");
        line.enter(act);
        line.take();
        Act again = new Act(1, 1, "a");
        line.enter(again);

        assertThat(line.isBehindItsDouble(act)).isFalse();
        assertThat(line.isBehindItsDouble(again)).isTrue();
        assertThat(line.leave(act)).isFalse();
        assertThat(line.leave(again)).isTrue();
        assertThat(line.weight()).isZero();
    }

    @Test
    void the_first_in_line_tells_how_long_it_has_waited_though_others_pass_it() {
        line.enter(new Act(1, 1, "a"));
        line.take();
        Act first = new Act(2, 1, "a");
        line.enter(first);
        line.enter(new Act(3, 1, "b"));
        assertThat(line.take()).extracting(Act::act).containsExactly(3);

        assertThat(line.waitsSince(first.since() + 5)).isEqualTo(5);
        line.leave(first);
        assertThat(line.waitsSince(first.since() + 5)).isZero();
    }

    private static void enter(GatheringLine<Integer, Act> line, int first, int last) {
        IntStream.rangeClosed(first, last).forEach(number -> assertThat(line.enter(new Act(number, 1, number))).isTrue());
    }

    private static GatheringLine<Integer, Act> lineFor(int writers) {
        return new GatheringLine<>(new Gathering.Rules<>(
                writers, MOST, 1000, SHARING, Duration.ofMinutes(1), act -> 1, Set::of, () -> act -> true, Integer::equals));
    }
}
