package id.setia.posting;

import id.setia.kernel.Outcome;
import java.util.List;

/** What became of what a till sent. */
sealed interface Posted {

    /** Of purchases, each by itself, in their order. */
    record Sales(List<Outcome<PostedPurchase>> sales) implements Posted {}

    /** Of a refund. */
    record Takeback(PostedRefund refund) implements Posted {}

    /** Of an exchange. */
    record Exchange(PostedRefund refund, PostedPurchase sale) implements Posted {

        /** Whether both were in the books before. */
        boolean replayed() {
            return refund.replayed() && sale.replayed();
        }
    }
}
