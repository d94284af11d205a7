package id.setia.posting;

import id.setia.purchases.Purchase;

/**
 * A purchase that stands in the books.
 *
 * @param replayed whether it stood there before
 * @param answer what to answer now
 */
public record PostedPurchase(Purchase purchase, boolean replayed, PurchaseResponse answer) {}
