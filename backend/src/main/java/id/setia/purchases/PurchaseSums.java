package id.setia.purchases;

/** Sums over what a member bought, as parts of a SELECT; purchases taken back whole are left out. */
public final class PurchaseSums {

    private PurchaseSums() {}

    /**
     * How many purchases; its one place is the first moment that counts no more.
     *
     * @param member column with the member's id
     * @param since column with the first moment that counts
     */
    public static String count(String member, String since) {
        return "(SELECT COUNT(*)" + from(member, since);
    }

    /** What they come to, in smallest units and less what was given back; places and columns as above. */
    public static String spend(String member, String since) {
        return "(SELECT COALESCE(SUM(p.total - p.refunded), 0)" + from(member, since);
    }

    private static String from(String member, String since) {
        return " FROM purchase p WHERE p.member_id = " + member + " AND p.occurred_at >= " + since
                + " AND p.occurred_at < ? AND p.total > p.refunded)";
    }
}
