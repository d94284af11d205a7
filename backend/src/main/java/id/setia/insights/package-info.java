/**
 * What the programme learns of its members from what they buy. Recency, frequency and monetary value: each night the members
 * who bought within a window are sorted by each figure and get a score from 1 to 5 for it.
 *
 * <p>And habits: which categories those who agree to profiling often buy from.
 *
 * <p>Tables: {@code rfm_run}, {@code rfm_member}, {@code rfm_cell}, {@code member_habit}. Publishes no events.
 */
package id.setia.insights;
