package id.setia.posting;

import id.setia.purchases.NaturalKey;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is posted in one round. Kept apart is what must find in the books what the others did, or they what it does: a refund
 * and a purchase it names, and refunds of one purchase.
 */
final class SentTogether implements Predicate<Sent> {

    private final Set<NaturalKey> named = new HashSet<>();
    private final Set<NaturalKey> sold = new HashSet<>();
    private final Set<NaturalKey> refunded = new HashSet<>();

    /** Lets it in unless it must be apart from those before it. */
    @Override
    public boolean test(Sent next) {
        if (isApart(next)) {
            return false;
        }
        next.named().forEach(named::add);
        next.sales().forEach(sale -> sold.add(sale.receipt().key()));
        next.refunds().forEach(refund -> refunded.add(refund.head().key()));
        return true;
    }

    private boolean isApart(Sent next) {
        return next.named().anyMatch(key -> named.contains(key) || sold.contains(key))
                || next.sales().stream().anyMatch(sale -> named.contains(sale.receipt().key()))
                || next.refunds().stream().anyMatch(refund -> refunded.contains(refund.head().key()));
    }
}
