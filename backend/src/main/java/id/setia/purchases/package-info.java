/**
 * Facts only: receipts, their lines, refunds and what they take back. What they are worth in points is for others to say;
 * their answers and grants are kept here as opaque text beside the facts they belong to.
 *
 * <p>Tables: {@code purchase}, {@code purchase_line}, {@code refund}, {@code refund_line}. Publishes no events.
 */
package id.setia.purchases;
