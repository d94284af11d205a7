package id.setia.members;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Members who are signed in prove once more that it is them, by PIN, password or a fresh code. */
@Singleton
class StepUps {

    private final Reauthentication reauthentication;
    private final SpendingProofs proofs;

    StepUps(Reauthentication reauthentication, SpendingProofs proofs) {
        this.reauthentication = reauthentication;
        this.proofs = proofs;
    }

    /**
     * Takes the proof.
     *
     * @throws Problem {@code redemption_proof_wrong} and, after five, {@code spending_locked} for a PIN; for a password or
     *     code as {@link Reauthentication#with}
     */
    void prove(UUID memberId, StepUpRequest request) {
        if ((request.pin() == null) == (request.proof() == null)) {
            throw Problem.invalid("/pin", "exactly_one_of", "pin, proof");
        }
        if (request.pin() == null) {
            reauthentication.with(memberId, request.proof(), () -> memberId);
            return;
        }
        proofs.refuseLocked(memberId);
        SpendingProof pin = new SpendingProof(SpendingProofKind.PIN, request.pin());
        SpendingProofs.Shown shown = proofs.look(memberId, Optional.of(pin), Set.of(SpendingProofKind.PIN));
        if (!shown.pinGood()) {
            throw proofs.failed(memberId, shown);
        }
    }
}
