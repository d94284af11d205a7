package id.setia.kernel;

/**
 * An event at its place in the feed.
 *
 * @param position 1 for the first event ever, without gaps
 */
public record FeedEvent(long position, Event event) {}
