package id.setia.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RfmScoringTest {

    @Property
    void a_score_says_how_many_fifths_of_the_members_have_a_lower_figure(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 20) Long> figures) {
        List<Long> cuts = cuts(figures);

        figures.forEach(figure -> {
            long below = figures.stream().filter(other -> other < figure).count();
            assertThat(RfmCuts.score(figure, cuts)).isEqualTo((int) (5 * below / figures.size()) + 1);
        });
    }

    @Property
    void counting_in_classes_finds_what_sorting_finds(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> figures) {
        List<Long> sorted = figures.stream().sorted().toList();
        FigureCounts counts = new FigureCounts();
        figures.forEach(counts::add);

        for (int number = 0; number < sorted.size(); number++) {
            FigureCounts.Place place = counts.at(number);
            List<Long> ofTheClass = sorted.stream()
                    .filter(figure -> figure >= place.least() && figure <= place.most())
                    .toList();
            assertThat(ofTheClass.get((int) place.passed())).isEqualTo(sorted.get(number));
        }
    }

    @Test
    void small_figures_are_known_by_their_class_and_large_ones_to_a_part_in_four_thousand() {
        FigureCounts counts = new FigureCounts();
        List.of(0L, 8_191L, 8_192L, 123_456_789L).forEach(counts::add);

        assertThat(counts.at(0)).isEqualTo(new FigureCounts.Place(0, 0, 0));
        assertThat(counts.at(1)).isEqualTo(new FigureCounts.Place(8_191, 8_191, 0));
        assertThat(counts.at(2)).isEqualTo(new FigureCounts.Place(8_192, 8_193, 0));
        FigureCounts.Place large = counts.at(3);
        assertThat(large.isExact()).isFalse();
        assertThat(large.most() - large.least()).isLessThan(123_456_789L / 4_000);
    }

    @Test
    void distinct_figures_fall_into_five_groups_of_equal_size() {
        List<Long> figures = LongStream.rangeClosed(1, 100).boxed().toList();
        List<Long> cuts = cuts(figures);

        assertThat(cuts).containsExactly(20L, 40L, 60L, 80L);
        assertThat(figures.stream().filter(figure -> RfmCuts.score(figure, cuts) == 5).count()).isEqualTo(20);
    }

    @Test
    void a_single_member_has_the_lowest_score_since_there_is_nobody_to_exceed() {
        assertThat(RfmCuts.score(7L, cuts(List.of(7L)))).isEqualTo(1);
    }

    @Test
    void every_cell_has_a_segment_and_every_segment_a_cell() {
        assertThat(IntStream.rangeClosed(1, 5)
                        .boxed()
                        .flatMap(recency -> IntStream.rangeClosed(1, 5).mapToObj(often -> RfmSegment.of(recency, often))))
                .containsOnly(RfmSegment.values());
        assertThat(RfmSegment.of(5, 5)).isEqualTo(RfmSegment.CHAMPIONS);
        assertThat(RfmSegment.of(5, 1)).isEqualTo(RfmSegment.NEW);
        assertThat(RfmSegment.of(1, 5)).isEqualTo(RfmSegment.CANNOT_LOSE);
        assertThat(RfmSegment.of(1, 1)).isEqualTo(RfmSegment.HIBERNATING);
        assertThat(RfmSegment.of(2, 3)).isEqualTo(RfmSegment.AT_RISK);
        assertThat(RfmSegment.of(3, 3)).isEqualTo(RfmSegment.NEED_ATTENTION);
        assertThat(RfmSegment.of(4, 3)).isEqualTo(RfmSegment.POTENTIAL_LOYALISTS);
    }

    private static List<Long> cuts(List<Long> figures) {
        Long[] sorted = figures.stream().sorted().toArray(Long[]::new);
        return IntStream.rangeClosed(2, RfmCuts.SCORES)
                .mapToObj(score -> sorted[(int) RfmCuts.place(score, sorted.length)])
                .toList();
    }
}
