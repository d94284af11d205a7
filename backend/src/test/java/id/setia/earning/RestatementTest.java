package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RestatementTest {

    private static final UUID BASE = new UUID(1, 1);
    private static final UUID TRIPLE = new UUID(1, 2);
    private static final UUID OWNER = new UUID(2, 1);
    private static final UUID SUPPLIER = new UUID(2, 2);

    @Test
    void a_rule_that_had_never_been_gives_back_what_stands_of_it() {
        Restatement again = Restatement.of(
                judgement(outcome(BASE, 1, OWNER, 100), outcome(TRIPLE, 1, OWNER, 200)),
                judgement(outcome(BASE, 1, OWNER, 100), outcome(TRIPLE, 1, OWNER, 200)),
                judgement(outcome(BASE, 1, OWNER, 100)));

        assertThat(again.changes()).extracting(RuleOutcome::rule, RuleOutcome::points).containsExactly(
                tuple(TRIPLE, -200L));
        assertThat(again.standing().rules()).extracting(RuleOutcome::rule).containsExactly(BASE);
        assertThat(again.standing().pointsAt(1)).isEqualTo(100);
    }

    @Test
    void what_was_taken_by_hand_stays_taken() {
        Restatement again = Restatement.of(
                judgement(outcome(BASE, 1, OWNER, 60), outcome(TRIPLE, 1, OWNER, 120)),
                judgement(outcome(BASE, 1, OWNER, 100), outcome(TRIPLE, 1, OWNER, 200)),
                judgement(outcome(BASE, 1, OWNER, 100), outcome(TRIPLE, 2, OWNER, 100)));

        assertThat(again.net()).isEqualTo(-100);
        assertThat(again.standing().points()).isEqualTo(60 + 20);
    }

    @Test
    void another_funder_pays_for_what_its_version_gives() {
        Restatement again = Restatement.of(
                judgement(outcome(TRIPLE, 1, SUPPLIER, 200)),
                judgement(outcome(TRIPLE, 1, SUPPLIER, 200)),
                judgement(outcome(TRIPLE, 2, OWNER, 150)));

        assertThat(again.takenByFunder()).containsOnlyKeys(SUPPLIER).containsEntry(SUPPLIER, 200L);
        assertThat(again.given()).extracting(RuleOutcome::funder, RuleOutcome::points).containsExactly(
                tuple(OWNER, 150L));
        assertThat(again.standing().points()).isEqualTo(150);
    }

    private static Judgement judgement(RuleOutcome... outcomes) {
        return new Judgement("red", Set.of(), 10_000_000, false, List.of(outcomes));
    }

    private static RuleOutcome outcome(UUID rule, int version, UUID funder, long points) {
        return new RuleOutcome(
                rule, version, funder, Reason.MULTIPLIED, points, 10_000_000, 1,
                List.of(new RuleOutcome.LinePoints(1, points)));
    }
}
