package id.setia.figures;

import java.util.UUID;

/**
 * What was sold, in the whole programme or by one store, in one day or several.
 *
 * @param sales in smallest units, less what was given back
 * @param points given for purchases less those taken back; of the whole programme the ledger says it
 */
record DaySales(
        long purchases, long sales, long memberPurchases, long memberSales, long points, long newMembers) {

    static final DaySales NOTHING = new DaySales(0, 0, 0, 0, 0, 0);

    DaySales plus(DaySales more) {
        return new DaySales(
                purchases + more.purchases,
                sales + more.sales,
                memberPurchases + more.memberPurchases,
                memberSales + more.memberSales,
                points + more.points,
                newMembers + more.newMembers);
    }

    /** Sales of one of the stores. */
    record OfStore(UUID storeId, DaySales sales) {}
}
