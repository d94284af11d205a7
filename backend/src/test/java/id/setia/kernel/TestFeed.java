package id.setia.kernel;

import jakarta.inject.Singleton;

/** Moves events to the feed when a test says so. */
@Singleton
public class TestFeed {

    private final FeedMover mover;

    TestFeed(FeedMover mover) {
        this.mover = mover;
    }

    public void move() {
        mover.move();
    }
}
