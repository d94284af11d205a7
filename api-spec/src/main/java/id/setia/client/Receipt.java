package id.setia.client;

import id.setia.client.model.PostPurchaseRequest;
import id.setia.client.model.PostRefundRequest;

/** What a till has printed and the books must hear of. */
public sealed interface Receipt {

    /** A sale. */
    record Purchase(PostPurchaseRequest request) implements Receipt {}

    /** Something given back. */
    record Refund(PostRefundRequest request) implements Receipt {}
}
