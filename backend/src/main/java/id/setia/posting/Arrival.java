package id.setia.posting;

import id.setia.members.MemberReference;
import java.util.Optional;

/**
 * How a purchase comes to its member.
 *
 * @param source word for it in the ledger: {@code purchase}, {@code attachment}, {@code claim} or {@code move}
 * @param card the card that was shown
 * @param checked whether limits on speed look at it; what staff decide is not limited
 * @param atTill whether a till attached it after the sale
 */
record Arrival(String source, Optional<MemberReference> card, boolean checked, boolean atTill) {

    static final String ATTACHMENT = "attachment";
    static final String MOVE = "move";

    /** With the sale. */
    static Arrival sold(Optional<MemberReference> shown) {
        return new Arrival(
                "purchase", shown.filter(member -> member.kind() == MemberReference.Kind.CARD), true, false);
    }

    static Arrival attachedAtTill() {
        return new Arrival(ATTACHMENT, Optional.empty(), true, true);
    }

    /** By the member who holds the receipt. */
    static Arrival claimed() {
        return new Arrival("claim", Optional.empty(), true, false);
    }

    static Arrival attachedByStaff() {
        return new Arrival(ATTACHMENT, Optional.empty(), false, false);
    }

    static Arrival moved() {
        return new Arrival(MOVE, Optional.empty(), false, false);
    }
}
