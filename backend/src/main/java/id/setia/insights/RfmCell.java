package id.setia.insights;

/**
 * Members with the same three scores, in sum.
 *
 * @param recencyDays sum over the members
 * @param purchases sum over the members
 * @param spend sum over the members, in smallest units
 */
record RfmCell(int recency, int frequency, int monetary, long members, long recencyDays, long purchases, long spend) {}
