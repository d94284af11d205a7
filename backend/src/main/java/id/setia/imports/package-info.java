/**
 * What was before: files of past purchases and refunds, read row by row and posted with their original times, and of
 * members of another system with what they bring; and files of today's receipts, posted as tills would post them. Every row is accounted for: taken, there before, or refused with a
 * reason.
 *
 * <p>Tables: none of its own; jobs keep files, progress and refusals. Publishes {@code import.finished}.
 */
package id.setia.imports;
