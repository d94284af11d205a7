/**
 * Levels of membership: the ladder, each member's standing with its reason and history, and the monthly run. The metric is
 * the average monthly spend over the last six whole months.
 *
 * <p>Tables: {@code tier}, {@code standing}, {@code tier_run}. Publishes {@code tier.changed}.
 */
package id.setia.tiers;
