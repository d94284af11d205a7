/**
 * What members are told about their membership: points, tier, what is about to lapse, and everything that concerns their
 * security. Reads the feed; each event is told once. Every notice stands in the inbox; e-mail and phone follow the kind's
 * default and the member's choice, not at night, and joined. Keeps figures only: names and addresses are looked up when a
 * message is made, and texts are put together when they are read.
 *
 * <p>Tables: {@code notice}, {@code notice_delivery}, {@code notice_choice}, {@code notice_zone}, {@code notice_progress}.
 * Publishes no events.
 */
package id.setia.notices;
