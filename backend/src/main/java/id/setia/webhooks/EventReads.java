package id.setia.webhooks;

import id.setia.kernel.Cursor;
import id.setia.kernel.Feed;
import id.setia.kernel.FeedEvent;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The feed as it is replayed: the last 90 days, from any position on. */
@Singleton
class EventReads {

    static final Duration REPLAYED = Duration.ofDays(90);

    private static final String MARK = "ev:";
    private static final int CHUNK = 500;
    private static final int MOST_LOOKED_AT = 5_000;

    private final Feed feed;
    private final ToldEvents told;
    private final EventVisibility visibility;
    private final SystemClock clock;

    EventReads(Feed feed, ToldEvents told, EventVisibility visibility, SystemClock clock) {
        this.feed = feed;
        this.told = told;
        this.visibility = visibility;
        this.clock = clock;
    }

    /**
     * Events behind a position, at most so many; what is not for the viewer is passed over, and after a long stretch of it
     * the answer ends early.
     *
     * @throws Problem {@code events_gone} for a position of more than 90 days ago, {@code validation_failed} for none
     */
    EventListResponse page(Viewer viewer, Optional<String> after, TypeFilter filter, int limit) {
        long position = after.map(this::position).orElseGet(this::oldest);
        List<EventResponse> found = new ArrayList<>();
        int lookedAt = 0;
        while (lookedAt < MOST_LOOKED_AT) {
            List<FeedEvent> events = feed.after(position, CHUNK);
            for (ToldEvent event : visibility.shown(viewer, told.of(events, filter))) {
                if (found.size() == limit) {
                    return answer(found, position, true);
                }
                found.add(told.response(event));
                position = event.at().position();
            }
            if (found.size() == limit) {
                return answer(found, position, feed.last() > position);
            }
            lookedAt += events.size();
            position = events.isEmpty() ? position : events.getLast().position();
            if (events.size() < CHUNK) {
                return answer(found, position, false);
            }
        }
        return answer(found, position, true);
    }

    private static EventListResponse answer(List<EventResponse> found, long position, boolean more) {
        return new EventListResponse(found, cursor(position), more);
    }

    static String cursor(long position) {
        return Cursor.of(MARK + position);
    }

    private long position(String after) {
        long position = parsed(after);
        if (position > feed.last()) {
            throw unknown();
        }
        if (feed.recordedAt(position + 1).filter(this::isGone).isPresent()) {
            throw Problem.of(ProblemCode.EVENTS_GONE);
        }
        return position;
    }

    private static long parsed(String after) {
        try {
            String place = Cursor.place(after);
            long position = place.startsWith(MARK) ? Long.parseLong(place.substring(MARK.length())) : -1;
            if (position < 0) {
                throw unknown();
            }
            return position;
        } catch (NumberFormatException | Problem error) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.invalid("/after", "cursor_unknown");
    }

    private boolean isGone(Instant recordedAt) {
        return recordedAt.isBefore(clock.now().minus(REPLAYED));
    }

    /** The position itself, or where the last 90 days begin when it is of before. */
    long replayable(long position) {
        return feed.recordedAt(position + 1).filter(this::isGone).isPresent() ? oldest() : position;
    }

    /** The position before the first event that is replayed; found by halving, since positions have no gaps. */
    long oldest() {
        long gone = 0;
        long kept = feed.last() + 1;
        while (kept - gone > 1) {
            long middle = gone + (kept - gone) / 2;
            if (feed.recordedAt(middle).filter(this::isGone).isPresent()) {
                gone = middle;
            } else {
                kept = middle;
            }
        }
        return gone;
    }
}
