/**
 * Who something is for: criteria as data, saved audiences and static lists, and who is in them. Counts and membership are
 * worked out by the database, from conditions that each room offers on its own tables.
 *
 * <p>Tables: {@code audience}, {@code audience_member}. Publishes no events.
 */
package id.setia.audiences;
