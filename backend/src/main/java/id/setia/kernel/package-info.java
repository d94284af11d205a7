/**
 * What every room stands on: ids, money, points, problems, paging, the two clocks, events and their outbox, transactions
 * and batches of rows. Knows nothing of HTTP and nothing of loyalty.
 *
 * <p>Tables: {@code business_clock}, {@code lease}, {@code epoch}, {@code outbox}, {@code feed}.
 */
package id.setia.kernel;
