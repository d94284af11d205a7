/**
 * The whole member in one answer: who they are, points, standing, offers, activity and purchases, and who may see how much
 * of it. Reads through the doors of the rooms below; stands beside {@code imports}, above {@code posting}.
 *
 * <p>Tables: none of its own. Publishes no events.
 */
package id.setia.profiles;
