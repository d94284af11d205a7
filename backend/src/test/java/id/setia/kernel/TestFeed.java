package id.setia.kernel;

import id.setia.testing.TestLeases;
import jakarta.inject.Singleton;

/** Moves events to the feed when a test says so. */
@Singleton
public class TestFeed {

    private final FeedMover mover;
    private final TestLeases leases;

    TestFeed(FeedMover mover, TestLeases leases) {
        this.mover = mover;
        this.leases = leases;
    }

    /** Moves what waits, also where a server of another test was the last to do so. */
    public void move() {
        if (mover.move() == 0) {
            leases.free("feed");
            mover.move();
        }
    }
}
