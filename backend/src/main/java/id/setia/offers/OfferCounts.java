package id.setia.offers;

/**
 * What members have done with an offer.
 *
 * @param activated how many have it active
 * @param used how many it has served
 * @param uses how many purchases it has served
 */
record OfferCounts(long activated, long used, long uses) {

    static final OfferCounts NONE = new OfferCounts(0, 0, 0);
}
