package id.setia.tiers;

import id.setia.kernel.LocalText;

/**
 * A level of the ladder.
 *
 * @param rank the higher, the better
 * @param threshold what reaches it, by the ladder's metric: money in smallest units, points or visits; 0 for the lowest
 */
public record Tier(String code, int rank, LocalText name, long threshold) {}
