package id.setia.members;

/**
 * What somebody shows to prove that the member is there.
 *
 * @param code the text of the card's QR, the code that was sent, or the PIN
 */
public record SpendingProof(SpendingProofKind kind, String code) {

    /** Never a secret in a log. */
    @Override
    public String toString() {
        return "SpendingProof[" + kind.value() + "]";
    }
}
