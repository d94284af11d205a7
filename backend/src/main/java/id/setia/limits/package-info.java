/**
 * Counters that many want at once: stock of rewards, budgets of rules and offers. They are locked after the members, in the
 * order of their ids, so that the last piece goes to exactly one.
 *
 * <p>Tables: {@code limit_counter}. Publishes no events.
 */
package id.setia.limits;
