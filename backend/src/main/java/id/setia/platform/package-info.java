/**
 * Wiring: start and end of the program, its database, the pages, and what every answer has in common; and the
 * passing of time in a sandbox. Imported by no one.
 *
 * <p>Tables: {@code clock_move}.
 */
package id.setia.platform;
