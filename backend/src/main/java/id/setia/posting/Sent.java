package id.setia.posting;

import id.setia.purchases.NaturalKey;
import id.setia.purchases.RefundRequest;
import java.util.List;
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
    default Object kin() {
        return sales().isEmpty()
                ? refunds().getFirst().lines().getFirst().purchaseKey()
                : kin(sales().getFirst());
    }

    /** The same of one purchase. */
    static Object kin(NewPurchase sale) {
        return sale.member().<Object>map(who -> who).orElse(sale.receipt().key());
    }

    /** Whether it puts a receipt into the books that the other does too. */
    default boolean isSameAs(Sent other) {
        return keys().anyMatch(key -> other.keys().anyMatch(key::equals));
    }

    private Stream<NaturalKey> keys() {
        return Stream.concat(
                sales().stream().map(sale -> sale.receipt().key()), refunds().stream().map(refund -> refund.head().key()));
    }

    /** The receipts that refunds of it name. */
    default Stream<NaturalKey> named() {
        return refunds().stream().flatMap(refund -> refund.lines().stream()).map(RefundRequest.Line::purchaseKey);
    }
}
