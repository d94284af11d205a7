/**
 * Levels of membership: the ladder, each member's standing with its reason and history, and the monthly run. The metric is
 * the average monthly spend over the last six whole months.
 *
 * <p>Tables: {@code tier}, {@code tier_change}, {@code standing}, {@code tier_run}. Publishes {@code tier.changed} and
 * {@code ladder.changed}.
 */
package id.setia.tiers;
