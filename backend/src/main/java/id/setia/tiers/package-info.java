/**
 * Levels of membership: the ladder with its policy, each member's standing with its reason and history, and the monthly
 * run. Out of the box the metric is the average monthly spend over the last six whole months.
 *
 * <p>Tables: {@code tier}, {@code tier_removed}, {@code tier_change}, {@code standing}, {@code tier_run}, {@code
 * tier_run_part}, {@code tier_move}. Publishes {@code tier.changed} and {@code ladder.changed}.
 */
package id.setia.tiers;
