package id.setia.purchases;

import java.util.UUID;

/**
 * What a store sold on one of the programme's days, purchases taken back whole left out.
 *
 * @param sales what was paid less what was given back, in smallest units
 * @param memberPurchases those that are somebody's
 * @param memberSales the sales of those
 * @param points given for purchases less those taken back
 */
public record StoreDay(
        UUID storeId, long purchases, long sales, long memberPurchases, long memberSales, long points) {}
