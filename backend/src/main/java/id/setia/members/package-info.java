/**
 * Members: how they join, how they are found by card, phone, e-mail or an external number, how they sign in, what they
 * consented to, and who they are. A membership may begin at a till by a phone number, is claimed by a code to the phone, and
 * is erased when nobody claims it.
 *
 * <p>Tables: {@code member}, {@code member_identifier}, {@code consent}, {@code enrolment}, {@code till_enrolment},
 * {@code member_claim}. Publishes
 * {@link id.setia.members.MemberJoined} inside the transaction of joining or claiming, and {@code member.joined},
 * {@code member.enrolled}, {@code member.claimed}, {@code member.erased} to the feed.
 */
package id.setia.members;
