/**
 * A second person's yes: what somebody asked for waits here until another person, whose role may, says yes, no, or a week
 * has passed. What is asked for is declared and carried out by the rooms above, each as an {@link
 * id.setia.approvals.ApprovableAct}.
 *
 * <p>Tables: {@code approval}. Publishes no events.
 */
package id.setia.approvals;
