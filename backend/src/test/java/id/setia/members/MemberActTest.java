package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every act on every state; a dash where it is refused. */
class MemberActTest {

    @ParameterizedTest
    @CsvSource({
        "FREEZE,         -,         FROZEN, -,      -, -, -",
        "UNFREEZE,       -,         -,      ACTIVE, -, -, -",
        "ASK_TO_CLOSE,   UNCLAIMED, ACTIVE, FROZEN, -, -, -",
        "KEEP,           UNCLAIMED, ACTIVE, FROZEN, -, -, -",
        "CLOSE,          CLOSED,    CLOSED, CLOSED, -, -, -",
        "ADD_CARD,       UNCLAIMED, ACTIVE, -,      -, -, -",
        "CHANGE_CARD,    UNCLAIMED, ACTIVE, FROZEN, -, -, -",
        "LET_CARD_SPEND, -,         ACTIVE, -,      -, -, -",
        "BLOCK_CARD,     UNCLAIMED, ACTIVE, FROZEN, -, -, -",
        "REPLACE_CARD,   UNCLAIMED, ACTIVE, FROZEN, -, -, -",
        "CORRECT,        UNCLAIMED, ACTIVE, FROZEN, -, -, -"
    })
    void an_act_leads_where_the_table_says_or_is_refused(
            MemberAct act, String unclaimed, String active, String frozen, String closed, String merged, String erased) {
        String[] after = {unclaimed, active, frozen, closed, merged, erased};
        for (MemberState state : MemberState.values()) {
            String expected = after[state.ordinal()];
            Optional<MemberState> outcome = act.from(state);
            assertThat(outcome.map(MemberState::name).orElse("-")).as(act + " " + state).isEqualTo(expected);
            if (outcome.isEmpty()) {
                assertThatThrownBy(() -> act.after(state))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MEMBER_STATE_FORBIDS));
            }
        }
    }
}
