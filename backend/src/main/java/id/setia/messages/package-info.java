/**
 * Messages on their way out: mails are queued in the transaction of what they tell and sent afterwards, by one node each,
 * again and again until the mail server takes them. They are kept for thirty days.
 *
 * <p>Tables: {@code message}. Publishes no events.
 */
package id.setia.messages;
