/**
 * Messages on their way out: mails and messages to phones are queued in the transaction of what they tell and sent
 * afterwards, by one node each, again and again until the mail server or the phone gateway takes them, or nobody needs them
 * any more. They are kept for thirty days. The phone gateway is any provider of SMS or WhatsApp that takes an HTTP request.
 *
 * <p>Tables: {@code message}; the setting {@code messages.phone_gateway}. Publishes no events.
 */
package id.setia.messages;
