package id.setia.members;

import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to proofs for spending: a card's number, or a QR that does not change, is none. */
@Singleton
public class SpendingProofs {

    private final CardSeeds seeds;
    private final MemberCodes codes;
    private final MemberPins pins;
    private final SpendingLocks locks;
    private final CredentialChanges changes;
    private final Transactions transactions;

    SpendingProofs(
            CardSeeds seeds,
            MemberCodes codes,
            MemberPins pins,
            SpendingLocks locks,
            CredentialChanges changes,
            Transactions transactions) {
        this.seeds = seeds;
        this.codes = codes;
        this.pins = pins;
        this.locks = locks;
        this.changes = changes;
        this.transactions = transactions;
    }

    /**
     * A proof as it was shown.
     *
     * @param pinGood whether it is the member's PIN
     */
    public record Shown(Optional<SpendingProof> proof, boolean pinGood) {}

    /**
     * Looks at a proof before the transaction that takes it: comparing a PIN takes long, and must hold up nobody.
     *
     * @param counting kinds that count
     */
    public Shown look(UUID memberId, Optional<SpendingProof> proof, Set<SpendingProofKind> counting) {
        boolean pinGood = proof.filter(
                        shown -> shown.kind() == SpendingProofKind.PIN && counting.contains(SpendingProofKind.PIN))
                .filter(shown -> locks.lockedUntil(memberId).isEmpty())
                .filter(shown -> pins.verify(memberId, shown.code()))
                .isPresent();
        return new Shown(proof, pinGood);
    }

    /**
     * Takes a proof, in the running transaction; what works once is used up by it.
     *
     * @param counting kinds that count, any of which is enough
     * @throws Problem {@code spending_locked}, {@code spending_cooling_off}; {@code redemption_proof_required} without a proof that counts; {@code
     *     redemption_proof_wrong} with one that is wrong or was used, to be counted by {@link #failed}
     */
    public void take(UUID memberId, Shown shown, Set<SpendingProofKind> counting, SpendingPlace place) {
        refuseLocked(memberId);
        SpendingProof proof = shown.proof()
                .filter(one -> counting.contains(one.kind()))
                .orElseThrow(() -> Problem.of(
                        ProblemCode.REDEMPTION_PROOF_REQUIRED,
                        new TreeSet<>(counting).stream().map(SpendingProofKind::value).collect(Collectors.joining(", "))));
        boolean good = transactions.write(connection -> {
            boolean taken = isGood(connection, memberId, proof, shown.pinGood(), place);
            if (taken) {
                locks.forget(connection, memberId);
            }
            return taken;
        });
        if (!good) {
            throw Problem.of(ProblemCode.REDEMPTION_PROOF_WRONG, 0);
        }
    }

    private boolean isGood(
            Connection connection, UUID memberId, SpendingProof proof, boolean pinGood, SpendingPlace place)
            throws SQLException {
        return switch (proof.kind()) {
            case CARD_CODE -> seeds.take(connection, memberId, proof.code());
            case ONE_TIME_CODE -> codes.takeSpending(memberId, place.text(), proof.code());
            case PIN -> pinGood;
        };
    }

    /** @throws Problem {@code spending_locked} or {@code spending_cooling_off} while it is */
    public void refuseLocked(UUID memberId) {
        locks.refuse(memberId);
        changes.refuse(memberId);
    }

    /** Counts a wrong proof, outside the transaction that was refused for it; the refusal says how many tries are left. */
    public Problem failed(UUID memberId) {
        return Problem.of(ProblemCode.REDEMPTION_PROOF_WRONG, locks.countFailure(memberId));
    }

    /**
     * Sends the member a code for so many points at one place; the one before no longer works.
     *
     * @param store where, as the member knows it
     * @param points how many, with what they are worth
     * @throws Problem {@code member_contact_missing}, {@code too_many_attempts}, {@code spending_locked}, {@code
     *     spending_cooling_off}
     */
    public MemberCodeResponse send(UUID memberId, SpendingPlace place, String store, LocalText points) {
        refuseLocked(memberId);
        MemberCodes.Sent sent = codes.sendSpending(memberId, place.text(), store, points);
        return new MemberCodeResponse(sent.to(), sent.expiresAt());
    }
}
