package id.setia.posting;

import id.setia.purchases.NaturalKey;
import id.setia.purchases.RefundRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a till sent to be put into the books. */
sealed interface Sent {

    /**
     * Purchases, in the order they are to be posted.
     *
     * @param sales 1 or more
     */
    record Sales(List<NewPurchase> sales) implements Sent {

        @Override
        public List<RefundRequest> refunds() {
            return List.of();
        }
    }

    /**
     * A refund.
     *
     * @param told whether the feed is told of it by itself
     */
    record Takeback(RefundRequest refund, boolean told) implements Sent {

        @Override
        public List<NewPurchase> sales() {
            return List.of();
        }

        @Override
        public List<RefundRequest> refunds() {
            return List.of(refund);
        }
    }

    /** A refund and what was bought instead: both or neither. */
    record Exchange(RefundRequest refund, NewPurchase sale) implements Sent {

        @Override
        public List<NewPurchase> sales() {
            return List.of(sale);
        }

        @Override
        public List<RefundRequest> refunds() {
            return List.of(refund);
        }
    }

    List<NewPurchase> sales();

    List<RefundRequest> refunds();

    /** How many receipts it is. */
    default int size() {
        return sales().size() + refunds().size();
    }

    /** What it waits in line with: acts on one member, or on one receipt. */
    default Object lane() {
        if (sales().isEmpty()) {
            return refunds().getFirst().lines().getFirst().purchaseKey();
        }
        NewPurchase first = sales().getFirst();
        return first.member().<Object>map(who -> who).orElse(first.receipt().key());
    }

    /**
     * Whether this must find in the books what the others did, or they what it does: a refund and a purchase it names, and
     * refunds of one purchase.
     */
    default boolean isApartFrom(List<Sent> others) {
        if (refunds().isEmpty() && others.stream().allMatch(other -> other.refunds().isEmpty())) {
            return false;
        }
        Set<NaturalKey> named = named(Stream.of(this));
        Set<NaturalKey> theirs = named(others.stream());
        return meet(named, theirs)
                || meet(named, sold(others.stream()))
                || meet(theirs, sold(Stream.of(this)))
                || meet(own(Stream.of(this)), own(others.stream()));
    }

    private static boolean meet(Collection<NaturalKey> some, Collection<NaturalKey> more) {
        return !Collections.disjoint(some, more);
    }

    private static Set<NaturalKey> named(Stream<Sent> sent) {
        return sent.flatMap(one -> one.refunds().stream())
                .flatMap(refund -> refund.lines().stream())
                .map(RefundRequest.Line::purchaseKey)
                .collect(Collectors.toSet());
    }

    private static Set<NaturalKey> sold(Stream<Sent> sent) {
        return sent.flatMap(one -> one.sales().stream())
                .map(sale -> sale.receipt().key())
                .collect(Collectors.toSet());
    }

    private static Set<NaturalKey> own(Stream<Sent> sent) {
        return sent.flatMap(one -> one.refunds().stream())
                .map(refund -> refund.head().key())
                .collect(Collectors.toSet());
    }
}
