/**
 * The one loyalty programme of this deployment: its name, currency, time zone, points and what they are worth, how it
 * looks, and the calendar that follows from its time zone.
 *
 * <p>Tables: {@code program}, {@code program_setting}, {@code program_logo}. Publishes no events.
 */
package id.setia.program;
