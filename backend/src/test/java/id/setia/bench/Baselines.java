package id.setia.bench;

import id.setia.db.DatabaseAddress;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What plain JDBC does on this machine, measured again before and after each part that is held against it: machines that share
 * their processors with others are twice as fast in one minute as in the next.
 */
final class Baselines implements AutoCloseable {

    /** Plain JDBC posts to so many, however many the product has. */
    static final int MEMBERS = 10_000;

    private static final int WARM_UP = 2;
    /** Nanoseconds for which a measurement stands for what comes next. */
    private static final long FRESH = 60_000_000_000L;

    private final DatabaseAddress database;
    private final PlainPosts posts;
    private final long firstId;
    private final int members;
    private final int seconds;
    private final Map<Baseline, Measured> latest = new EnumMap<>(Baseline.class);

    /** What a part can be held against. */
    enum Baseline {
        SINGLE("plain JDBC, a transaction for each receipt"),
        BATCH("plain JDBC, batches of 100"),
        READ("plain JDBC, reading a member's rows");

        private final String title;

        Baseline(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private record Measured(double rate, long at) {}

    /**
     * Of one part, a second.
     *
     * @param before what plain JDBC did right before it
     * @param after and right after it
     */
    record Beside(double before, double after) {

        double mean() {
            return (before + after) / 2;
        }
    }

    private Baselines(DatabaseAddress database, PlainPosts posts, long firstId, int members, int seconds) {
        this.database = database;
        this.posts = posts;
        this.firstId = firstId;
        this.members = members;
        this.seconds = seconds;
    }

    /** Makes the tables of the baseline anew and warms them up. */
    static Baselines open(DatabaseAddress database, List<Footprint> footprints, long firstId, int members, int seconds) throws SQLException {
        PlainPosts posts = PlainPosts.open(database, footprints, Clones.member(firstId, Math.min(members, MEMBERS) - 1));
        Baselines baselines = new Baselines(database, posts, firstId, members, seconds);
        for (Baseline baseline : Baseline.values()) {
            baselines.run(baseline, WARM_UP);
        }
        return baselines;
    }

    private double run(Baseline baseline, int lasting) throws SQLException {
        return switch (baseline) {
            case SINGLE -> posts.single(lasting);
            case BATCH -> posts.batches(Script.BATCH, lasting);
            case READ -> PlainReads.measure(database, firstId, members, lasting);
        };
    }

    double measure(Baseline baseline) throws SQLException {
        double rate = run(baseline, seconds);
        latest.put(baseline, new Measured(rate, System.nanoTime()));
        return rate;
    }

    /** The measurement that stands for now: the last one where that was just made. */
    double now(Baseline baseline) throws SQLException {
        Measured last = latest.get(baseline);
        return last != null && System.nanoTime() - last.at() < FRESH ? last.rate() : measure(baseline);
    }

    /** Whether all that was posted stands there. */
    List<String> faults() throws SQLException {
        return posts.stored() == posts.posted() ? List.of() : List.of("plain JDBC stored " + posts.stored() + " of " + posts.posted());
    }

    @Override
    public void close() throws SQLException {
        posts.close();
    }
}
