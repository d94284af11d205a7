/**
 * Members: how they join, how they are found by card, phone, e-mail or an external number, how they sign in and are reached,
 * what they consented to, and who they are. A membership may begin at a till by a phone number, is claimed by a code to the
 * phone, and is erased when nobody claims it. Codes to contacts of members go through {@link id.setia.members.ContactCodes}.
 * Two memberships of one person are made one by {@link id.setia.members.MemberMerges}; the one merged is followed to the
 * other by every look-up. Who acts on a membership and on its points locks the membership's own row first.
 *
 * <p>Tables: {@code member}, {@code member_identifier}, {@code consent}, {@code enrolment}, {@code till_enrolment},
 * {@code member_claim}, {@code member_freeze}, {@code member_closing}, {@code member_code}, {@code contact_code},
 * {@code member_pin}, {@code spending_lock}, {@code credential_change}, {@code referral_code}, {@code referral},
 * {@code profile_read}. Publishes
 * {@link id.setia.members.MemberJoined}, {@link id.setia.members.ProfileChanged}, {@link id.setia.members.MemberFrozen},
 * {@link id.setia.members.MemberClosed} and {@link id.setia.members.MembersMerged} inside the transactions of joining or
 * claiming, of freezing, of leaving and of merging, and to
 * the feed {@code member.joined}, {@code member.enrolled}, {@code member.claimed}, {@code member.erased}, {@code member.frozen}, {@code member.unfrozen}, {@code member.closing}, {@code member.kept},
 * {@code member.closed}, {@code member.contact_changed}, {@code member.number_released}, {@code member.consent_changed},
 * {@code card.added}, {@code card.blocked}, {@code card.replaced}, {@code payment_card.added} and
 * {@code payment_card.removed}.
 */
package id.setia.members;
