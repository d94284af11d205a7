package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How long whoever holds a receipt may claim it.
 *
 * @param days after the purchase, 1 to 90
 */
@Serdeable
record ReceiptClaimPolicy(int days) {

    static final String NAME = "posting.receipt_claims";
    static final ReceiptClaimPolicy DEFAULT = new ReceiptClaimPolicy(14);
}
