package id.setia.tiers;

import java.time.YearMonth;

/**
 * A part of a run that one node has taken.
 *
 * @param epoch rises each time the part changes hands; who has an older one can write nothing more
 */
record TierRunPart(YearMonth month, int part, long epoch) {}
