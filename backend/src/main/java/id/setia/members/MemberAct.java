package id.setia.members;

import static id.setia.members.MemberState.ACTIVE;
import static id.setia.members.MemberState.CLOSED;
import static id.setia.members.MemberState.FROZEN;
import static id.setia.members.MemberState.MERGED;
import static id.setia.members.MemberState.UNCLAIMED;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.util.Map;
import java.util.Optional;

/** What may be done to a membership in which state, and the state that follows: the one place that knows. */
enum MemberAct {
    FREEZE(Map.of(ACTIVE, FROZEN)),
    UNFREEZE(Map.of(FROZEN, ACTIVE)),
    ASK_TO_CLOSE(Map.of(UNCLAIMED, UNCLAIMED, ACTIVE, ACTIVE, FROZEN, FROZEN)),
    KEEP(Map.of(UNCLAIMED, UNCLAIMED, ACTIVE, ACTIVE, FROZEN, FROZEN)),
    CLOSE(Map.of(UNCLAIMED, CLOSED, ACTIVE, CLOSED, FROZEN, CLOSED)),
    ADD_CARD(Map.of(UNCLAIMED, UNCLAIMED, ACTIVE, ACTIVE)),
    CHANGE_CARD(Map.of(UNCLAIMED, UNCLAIMED, ACTIVE, ACTIVE, FROZEN, FROZEN)),
    LET_CARD_SPEND(Map.of(ACTIVE, ACTIVE)),
    BLOCK_CARD(Map.of(UNCLAIMED, UNCLAIMED, ACTIVE, ACTIVE, FROZEN, FROZEN)),
    REPLACE_CARD(Map.of(UNCLAIMED, UNCLAIMED, ACTIVE, ACTIVE, FROZEN, FROZEN)),
    CORRECT(Map.of(UNCLAIMED, UNCLAIMED, ACTIVE, ACTIVE, FROZEN, FROZEN)),
    MERGE(Map.of(UNCLAIMED, MERGED, ACTIVE, MERGED, FROZEN, MERGED)),
    TAKE_IN(Map.of(UNCLAIMED, UNCLAIMED, ACTIVE, ACTIVE, FROZEN, FROZEN));

    private final Map<MemberState, MemberState> outcomes;

    MemberAct(Map<MemberState, MemberState> outcomes) {
        this.outcomes = outcomes;
    }

    /** The state after the act; empty where the act is not possible. */
    Optional<MemberState> from(MemberState state) {
        return Optional.ofNullable(outcomes.get(state));
    }

    /** @throws Problem {@code member_state_forbids} where the act is not possible */
    MemberState after(MemberState state) {
        return from(state).orElseThrow(() -> Problem.of(ProblemCode.MEMBER_STATE_FORBIDS, state.value()));
    }
}
