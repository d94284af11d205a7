package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SetiaTest
class SpendingProofsTest {

    private static final Optional<SpendingProof> PIN = Optional.of(new SpendingProof(SpendingProofKind.PIN, "493817"));

    @Inject
    CardSeeds seeds;

    @Inject
    MemberCodes codes;

    @Inject
    SpendingLocks locks;

    @Inject
    CredentialChanges changes;

    @Inject
    TestMembers members;

    /** So many others wait for theirs to be compared that nobody's is. */
    private static final class BusyPins extends MemberPins {

        BusyPins() {
            super(null, null, null, null, null);
        }

        @Override
        boolean verify(UUID memberId, String pin) {
            throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
        }
    }

    @Test
    void a_pin_that_nobody_compared_is_no_try() {
        UUID member = members.join().id();
        SpendingProofs busy = new SpendingProofs(seeds, codes, new BusyPins(), locks, changes);

        for (int each = 0; each < 10; each++) {
            assertThatThrownBy(() -> busy.look(member, PIN, Set.of(SpendingProofKind.PIN)))
                    .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TRY_AGAIN_LATER));
        }

        assertThat(locks.takeTry(member)).isTrue();
        assertThat(locks.tryFailed(member)).isEqualTo(4);
    }
}
