package id.setia.members;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The door to proofs of members who are signed in and use their own points: from a number of points on a session alone is
 * not enough, for a phone may lie about unlocked. A card's changing code is no proof here: any session can make it.
 */
@Singleton
public class OwnSpending {

    private static final Set<SpendingProofKind> WITH_A_REQUEST = Set.of(SpendingProofKind.PIN);
    private static final String KINDS = "password, one_time_code, pin";

    private final SpendingProofs proofs;
    private final Settings settings;
    private final SystemClock clock;

    OwnSpending(SpendingProofs proofs, Settings settings, SystemClock clock) {
        this.proofs = proofs;
        this.settings = settings;
        this.clock = clock;
    }

    MemberSpendingPolicy policy() {
        return settings.read(MemberSpendingPolicy.SETTING, MemberSpendingPolicy.class, MemberSpendingPolicy.USUAL)
                .value();
    }

    /** Looks at a proof that came with the request, before the transaction that takes it. */
    public SpendingProofs.Shown look(Caller.SignedInMember member, Optional<SpendingProof> proof) {
        return provedLately(member)
                ? new SpendingProofs.Shown(proof, false)
                : proofs.look(member.memberId(), proof, WITH_A_REQUEST);
    }

    /**
     * Refuses the member's own use of so many points, unless their session or the request proves that it is them.
     *
     * @throws Problem {@code redemption_proof_required}, {@code redemption_proof_wrong} to be counted by {@link
     *     SpendingProofs#failed}
     */
    public void require(Caller.SignedInMember member, long points, SpendingProofs.Shown shown) {
        if (points < policy().proofFromPoints() || provedLately(member)) {
            return;
        }
        if (shown.proof().filter(proof -> WITH_A_REQUEST.contains(proof.kind())).isEmpty()) {
            throw Problem.of(ProblemCode.REDEMPTION_PROOF_REQUIRED, KINDS);
        }
        if (!shown.pinGood()) {
            throw Problem.of(ProblemCode.REDEMPTION_PROOF_WRONG, 0);
        }
    }

    private boolean provedLately(Caller.SignedInMember member) {
        Instant earliest = clock.now().minus(policy().proofCounts());
        return member.provenAt().isAfter(earliest);
    }
}
