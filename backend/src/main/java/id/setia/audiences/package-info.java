/**
 * Who something is for: criteria as data and whether a member meets them.
 *
 * <p>Owns no table. Publishes no events.
 */
package id.setia.audiences;
