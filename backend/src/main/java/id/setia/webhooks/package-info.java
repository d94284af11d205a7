/**
 * What happened, for partners' systems: the feed of events to replay over HTTP, and webhooks by the Standard Webhooks
 * specification. Reads the feed by position and adds nothing to what happens. Each partner is shown what happened at its own
 * stores and to members who agree to sharing, the programme's owner all.
 *
 * <p>An event is sent to an endpoint at least once, those of a member in their order, until it is delivered or on the list
 * of dead letters. One node at a time sends for an endpoint, under a lease. Only public addresses are connected to, unless
 * the operator allows others.
 *
 * <p>Tables: {@code webhook_endpoint}, {@code webhook_secret}, {@code webhook_progress}, {@code webhook_delivery}, {@code
 * webhook_attempt}. Publishes no events.
 */
package id.setia.webhooks;
