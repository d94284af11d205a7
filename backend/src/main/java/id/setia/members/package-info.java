/**
 * Members: how they join, how they are found by card, phone, e-mail or an external number, how they sign in, what they
 * consented to, and who they are.
 *
 * <p>Tables: {@code member}, {@code member_identifier}, {@code consent}, {@code enrolment}. Publishes
 * {@link id.setia.members.MemberJoined} inside the transaction of joining, and {@code member.joined} to the feed.
 */
package id.setia.members;
