/**
 * Listening and mending: what members report, staff's answers, and what was done about it. Points that are missing are
 * given at once where the receipt is known.
 *
 * <p>Tables: {@code care_case}, {@code care_message}, {@code care_photo}. Publishes {@code case.opened} and
 * {@code case.answered}.
 */
package id.setia.care;
