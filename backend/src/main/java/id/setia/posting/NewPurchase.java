package id.setia.posting;

import id.setia.members.MemberReference;
import id.setia.purchases.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A purchase to be posted.
 *
 * @param history whether it is part of an import of the past, which may come at any age and is told
 *     of once, at its end
 * @param warnings found while reading it
 */
public record NewPurchase(
        Receipt receipt, Optional<MemberReference> member, boolean history, Set<Warning> warnings) {

    /** The holds that are to pay a part of it. */
    List<UUID> holds() {
        return receipt.amounts().tenders().stream()
                .flatMap(tender -> tender.holdId().stream())
                .toList();
    }

    /** The same, bought by somebody. */
    NewPurchase of(MemberReference buyer) {
        return new NewPurchase(receipt, Optional.of(buyer), history, warnings);
    }
}
