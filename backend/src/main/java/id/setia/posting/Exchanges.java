package id.setia.posting;

import id.setia.purchases.RefundRequest;
import jakarta.inject.Singleton;

/** The door for exchanges: what comes back and what goes out instead, both or neither. */
@Singleton
class Exchanges {

    private final PostingLine line;

    Exchanges(PostingLine line) {
        this.line = line;
    }

    /**
     * Posts both, the refund first, each under its own key.
     *
     * @throws id.setia.kernel.Problem whatever refuses one of them; then neither is posted
     */
    Posted.Exchange post(RefundRequest refund, NewPurchase sale) {
        return (Posted.Exchange) line.post(new Sent.Exchange(refund, sale));
    }
}
