/**
 * The books: what the programme owes its members and is worth, by who pays for it; months that are closed for good, each
 * ledger transaction in exactly one of them; what partners owe each other for a month; and the month's journal.
 *
 * <p>A closing takes each member's entries from the number its last closing ended with to the last one recorded before the
 * month was over. What is recorded later, whatever its business time, counts in the month that is open.
 *
 * <p>Tables: {@code accounting_value}, {@code closing}, {@code closing_total}, {@code closing_redeemed}, {@code
 * closing_expiry}, {@code closing_member}, {@code partner_settlement}, {@code partner_settlement_item}. Publishes no events.
 */
package id.setia.closing;
