package id.setia.tiers;

import id.setia.kernel.LocalText;

/**
 * A level of the ladder.
 *
 * @param rank the higher, the better
 * @param threshold average monthly spend that reaches it, in smallest units; 0 for the lowest
 */
public record Tier(String code, int rank, LocalText name, long threshold) {}
