/**
 * Figures of the programme by day, week and month: who buys, what members' share of sales is, what is given and used, what
 * is owed. Kept in sums per day, so that nobody who looks at them makes the database go through purchases or the ledger.
 *
 * <p>One node at a time reads the feed and counts anew those days on which something changed, whenever that was: late
 * purchases, refunds, moves and merges too. The ledger, which is only ever added to, is counted by ten minutes of recording and
 * told by the day on which things happened. What a day's sums say is what a count of its rows says.
 *
 * <p>Tables: {@code figure_progress}, {@code figure_stale}, {@code figure_day}, {@code figure_store_day}, {@code
 * figure_reward_day}, {@code figure_active}, {@code figure_points_span}, {@code figure_points_day}, {@code figure_tier_run},
 * {@code figure_tier_flow}, {@code figure_breakage}. Publishes no events.
 */
package id.setia.figures;
