package id.setia.members;

import id.setia.kernel.Batch;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sheaf;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    SpendingProofs(
            CardSeeds seeds,
            MemberCodes codes,
            MemberPins pins,
            SpendingLocks locks,
            CredentialChanges changes) {
        this.seeds = seeds;
        this.codes = codes;
        this.pins = pins;
        this.locks = locks;
        this.changes = changes;
    }

    /**
     * A proof as it was shown.
     *
     * @param pinGood whether it is the member's PIN
     * @param left after a PIN that was compared and is not: how many more there may be before the lock
     */
    public record Shown(Optional<SpendingProof> proof, boolean pinGood, OptionalInt left) {

        /** One of which nothing is known yet. */
        public Shown(Optional<SpendingProof> proof, boolean pinGood) {
            this(proof, pinGood, OptionalInt.empty());
        }

        private Optional<SpendingProof> pin() {
            return proof.filter(shown -> shown.kind() == SpendingProofKind.PIN);
        }
    }

    /**
     * Looks at a proof before the transaction that takes it: comparing a PIN takes long, and must hold up nobody. However many
     * wrong ones come at once, no more are compared than there may be before the lock.
     *
     * @param counting kinds that count
     * @throws Problem {@code try_again_later} when too many wait for theirs to be compared
     */
    public Shown look(UUID memberId, Optional<SpendingProof> proof, Set<SpendingProofKind> counting) {
        Shown unseen = new Shown(proof, false);
        Optional<SpendingProof> pin = unseen.pin().filter(shown -> counting.contains(SpendingProofKind.PIN));
        if (pin.isEmpty() || !locks.takeTry(memberId)) {
            return unseen;
        }
        if (isGood(memberId, pin.get())) {
            locks.giveTryBack(memberId);
            return new Shown(proof, true);
        }
        return new Shown(proof, false, OptionalInt.of(locks.tryFailed(memberId)));
    }

    /** A PIN that came to be compared by nobody, since too many wait, is no try. */
    private boolean isGood(UUID memberId, SpendingProof pin) {
        try {
            return pins.verify(memberId, pin.code());
        } catch (RuntimeException notCompared) {
            locks.giveTryBack(memberId);
            throw notCompared;
        }
    }

    /**
     * What stands in the way of members who want to use points in one transaction, read once for all, and the proofs they
     * show.
     */
    public final class Desk {

        private final Connection connection;
        private final Batch batch;
        private final Map<UUID, Optional<Instant>> counted;
        private final Map<UUID, Instant> cooling;
        private final CardSeeds.Desk cards;

        private Desk(
                Connection connection,
                Batch batch,
                Map<UUID, Optional<Instant>> counted,
                Map<UUID, Instant> cooling,
                CardSeeds.Desk cards) {
            this.connection = connection;
            this.batch = batch;
            this.counted = counted;
            this.cooling = cooling;
            this.cards = cards;
        }

        /**
         * @throws Problem {@code spending_locked} or {@code spending_cooling_off} while it is; {@code redemption_proof_wrong}
         *     with the PIN that led to the lock
         */
        public void refuse(UUID memberId, Shown shown) {
            Optional.ofNullable(counted.get(memberId)).flatMap(until -> until).ifPresent(until -> {
                throw shown.left().isPresent() ? Problem.of(ProblemCode.REDEMPTION_PROOF_WRONG, 0) : locks.refusal(until);
            });
            Optional.ofNullable(cooling.get(memberId)).ifPresent(until -> {
                throw CredentialChanges.refusal(until);
            });
        }

        /**
         * Refuses a wrong proof, before whoever shows it learns anything; a right one is not used up by it.
         *
         * @param shown one that counts
         * @throws Problem {@code redemption_proof_wrong} with one that is wrong or was used, to be counted by {@link
         *     SpendingProofs#failed}
         */
        public void refuseWrong(UUID memberId, Shown shown, SpendingPlace place) {
            SpendingProof proof = shown.proof().orElseThrow();
            boolean good = switch (proof.kind()) {
                case CARD_CODE -> cards.isGood(memberId, proof.code());
                case ONE_TIME_CODE -> codes.isGoodForSpending(memberId, place.text(), proof.code());
                case PIN -> shown.pinGood();
            };
            if (!good) {
                throw Problem.of(ProblemCode.REDEMPTION_PROOF_WRONG, 0);
            }
        }

        /**
         * Takes a proof that was not refused; what works once is used up by it, so nothing may be refused any more after it.
         *
         * @throws Problem as {@link #refuseWrong}
         */
        public void take(UUID memberId, Shown shown, SpendingPlace place) throws SQLException {
            SpendingProof proof = shown.proof().orElseThrow();
            boolean good = switch (proof.kind()) {
                case CARD_CODE -> cards.take(batch, memberId, proof.code());
                case ONE_TIME_CODE -> codes.takeSpending(memberId, place.text(), proof.code());
                case PIN -> shown.pinGood();
            };
            if (!good) {
                throw Problem.of(ProblemCode.REDEMPTION_PROOF_WRONG, 0);
            }
            if (counted.containsKey(memberId)) {
                locks.forget(connection, memberId);
            }
        }
    }

    /**
     * The desk of a transaction that has locked the members' accounts; it knows what stands in their way once the sheaf is
     * read.
     *
     * @param shown every proof that will be taken
     */
    public Desk desk(
            Connection connection,
            Batch batch,
            Collection<UUID> members,
            Collection<SpendingProof> shown,
            Sheaf sheaf)
            throws SQLException {
        List<String> codes = shown.stream()
                .filter(proof -> proof.kind() == SpendingProofKind.CARD_CODE)
                .map(SpendingProof::code)
                .toList();
        return new Desk(
                connection,
                batch,
                locks.counted(members, sheaf),
                changes.cooling(members, sheaf),
                seeds.desk(connection, codes));
    }

    /**
     * Refuses a proof of a kind that does not count, before it is taken.
     *
     * @param counting kinds that count, any of which is enough
     * @throws Problem {@code redemption_proof_required}
     */
    public void refuseUnlessCounting(Shown shown, Set<SpendingProofKind> counting) {
        if (shown.proof().filter(proof -> counting.contains(proof.kind())).isEmpty()) {
            throw Problem.of(
                    ProblemCode.REDEMPTION_PROOF_REQUIRED,
                    new TreeSet<>(counting).stream().map(SpendingProofKind::value).collect(Collectors.joining(", ")));
        }
    }

    /** @throws Problem {@code spending_locked} or {@code spending_cooling_off} while it is */
    public void refuseLocked(UUID memberId) {
        locks.refuse(memberId);
        changes.refuse(memberId);
    }

    /**
     * Counts a wrong proof, outside the transaction that was refused for it; the refusal says how many tries are left. A PIN
     * was counted as it was compared, and one that was not compared for the lock is refused for that.
     */
    public Problem failed(UUID memberId, Shown shown) {
        if (shown.left().isPresent()) {
            return Problem.of(ProblemCode.REDEMPTION_PROOF_WRONG, shown.left().getAsInt());
        }
        return shown.pin().isPresent()
                ? locks.refusal(memberId)
                : Problem.of(ProblemCode.REDEMPTION_PROOF_WRONG, locks.countFailure(memberId));
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
