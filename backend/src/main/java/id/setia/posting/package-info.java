/**
 * Acts that move points: posting purchases, taking them back, attaching them to members, the bonus for joining. Reads the
 * natural keys, locks, judges, writes and answers, many in one transaction, through the ledger's one door.
 *
 * <p>Tables: none of its own. Publishes {@code purchase.posted}, {@code purchase.attached}, {@code refund.posted},
 * {@code points.earned}.
 */
package id.setia.posting;
