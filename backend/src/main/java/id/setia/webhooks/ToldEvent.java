package id.setia.webhooks;

import id.setia.kernel.FeedEvent;
import java.util.Map;

/**
 * An event of the feed as it is read for telling it.
 *
 * @param payload everything it says, of which only a part is told
 */
record ToldEvent(FeedEvent at, EventType type, Map<String, Object> payload) {}
