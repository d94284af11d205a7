/**
 * Members: how they join, how they are found by card, phone, e-mail or an external number, how they sign in and are reached,
 * what they consented to, and who they are. Codes to contacts of members go through
 * {@link id.setia.members.ContactCodes}.
 *
 * <p>Tables: {@code member}, {@code member_identifier}, {@code consent}, {@code enrolment}, {@code contact_code}. Publishes
 * {@link id.setia.members.MemberJoined} inside the transaction of joining; and to the feed {@code member.joined},
 * {@code member.contact_changed}, {@code member.number_released}, {@code member.consent_changed}.
 */
package id.setia.members;
