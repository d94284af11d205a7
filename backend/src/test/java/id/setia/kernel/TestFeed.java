package id.setia.kernel;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;

/** Moves what was written to the feed now, whoever moved it before. */
@Singleton
public class TestFeed {

    private final FeedMover mover;
    private final Transactions transactions;

    TestFeed(FeedMover mover, Transactions transactions) {
        this.mover = mover;
        this.transactions = transactions;
    }

    public void move() {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE lease SET held_until = ? WHERE name = 'feed'")) {
                update.setObject(1, Sql.time(Instant.EPOCH));
                return update.executeUpdate();
            }
        });
        mover.move();
        mover.move();
    }
}
