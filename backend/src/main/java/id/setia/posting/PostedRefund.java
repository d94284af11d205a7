package id.setia.posting;

import id.setia.purchases.Refund;

/**
 * A refund that stands in the books.
 *
 * @param replayed whether it stood there before
 */
public record PostedRefund(Refund refund, boolean replayed, RefundResponse answer) {}
