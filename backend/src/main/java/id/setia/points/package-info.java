/**
 * The ledger: double entry, append only. Members' balances, the entries that explain them, lots of points with one expiry
 * each, debts, statements, month sums and the proof of the ledger's promises. Every change of points goes through
 * {@link id.setia.points.PointsLedger}; what a change means is decided by the pure {@link id.setia.points.MemberLedger}.
 *
 * <p>Tables: {@code points_account}, {@code points_debt}, {@code ledger_transaction}, {@code ledger_entry},
 * {@code points_lot}, {@code lot_movement}, {@code seal}, {@code seal_member}, {@code seal_waiting}, {@code ledger_proof}. Publishes {@code points.expired} and {@code points.released}.
 */
package id.setia.points;
