/**
 * Acts that move points: posting purchases, taking them back, attaching, moving and detaching them, the bonus for joining,
 * points by hand, rewards taken for points, merging two members, limits on speed and the points that wait for a check, the end of memberships
 * nobody claimed; batches that tills sign; and what tills print of it. Reads the natural keys, locks, judges, writes and answers, many in one
 * transaction, through the ledger's one door.
 *
 * <p>Tables: {@code correction}, {@code adjustment_day}, {@code points_review}, {@code receipt_claim}, {@code rejudgement},
 * {@code member_event}, {@code member_event_grant}, {@code birthday_run}, {@code signed_mode}, {@code signed_chain}, {@code signed_gap},
 * {@code signed_batch}, {@code refused_batch}. Publishes {@code purchase.posted}, {@code
 * purchase.attached}, {@code purchase.moved}, {@code purchase.detached}, {@code purchase.rejudged}, {@code refund.posted}, {@code refund.refused}, {@code points.earned},
 * {@code points.adjusted}, {@code points.pended}, {@code points.released}, {@code points.withdrawn},
 * {@code reward.redeemed}, {@code redemption.cancelled}.
 */
package id.setia.posting;
