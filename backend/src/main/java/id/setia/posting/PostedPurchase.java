package id.setia.posting;

import id.setia.members.FoundMember;
import id.setia.purchases.Purchase;
import java.util.Optional;

/**
 * A purchase that stands in the books.
 *
 * @param replayed whether it stood there before
 * @param answer what to answer now
 * @param member whose it is, where that was read with it
 */
public record PostedPurchase(
        Purchase purchase, boolean replayed, PurchaseResponse answer, Optional<FoundMember> member) {

    /** One whose member was not read. */
    PostedPurchase(Purchase purchase, boolean replayed, PurchaseResponse answer) {
        this(purchase, replayed, answer, Optional.empty());
    }
}
