package id.setia.client;

import id.setia.client.model.PurchaseResponse;
import id.setia.client.model.RefundResponse;

/** What became of a receipt. */
public sealed interface Outcome {

    /** The purchase is in the books. */
    record Purchased(PurchaseResponse purchase) implements Outcome {}

    /** The refund is in the books, or waits there for its purchase. */
    record Refunded(RefundResponse refund) implements Outcome {}

    /** It was refused for good; the queue keeps it apart until somebody decides. */
    record Refused(Refusal refusal) implements Outcome {}
}
