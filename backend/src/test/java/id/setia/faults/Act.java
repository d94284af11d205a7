package id.setia.faults;

/**
 * Something a client asks for.
 *
 * @param number the client's own
 * @param key the idempotency key; empty where the body carries one of its own
 * @param member whose points it moves; empty for nobody's
 * @param points what it does to the member's points in sum, those set aside included, when it is done
 * @param held what it does to the points set aside
 */
record Act(long number, Kind kind, String method, String path, String key, String body, String member, long points, long held) {

    /** What is asked. */
    enum Kind {
        PURCHASE,
        REFUND,
        HOLD,
        CONFIRMATION,
        CANCELLATION,
        REDEMPTION,
        ADJUSTMENT;

        /** Whether staff ask for it; a till otherwise. */
        boolean byStaff() {
            return switch (this) {
                case REDEMPTION, ADJUSTMENT -> true;
                case PURCHASE, REFUND, HOLD, CONFIRMATION, CANCELLATION -> false;
            };
        }
    }
}
