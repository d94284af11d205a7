/**
 * Acts that move points: posting purchases, taking them back, attaching them to members, the bonus for joining, the end
 * of memberships nobody claimed; and what tills print of it. Reads the
 * natural keys, locks, judges, writes and answers, many in one transaction, through the ledger's one door.
 *
 * <p>Tables: {@code receipt_claim}. Publishes {@code purchase.posted}, {@code purchase.attached}, {@code refund.posted},
 * {@code points.earned}.
 */
package id.setia.posting;
