package id.setia.faults;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** More than the server, or its pool of connections, can take. */
final class Flood {

    private static final String THREE_TIMES = "three times the load";
    private static final String EXHAUSTED = "pool exhausted";
    private static final int CLIENTS = 64;
    private static final int MORE_MEMBERS = 24;
    private static final int ROWS = 5;
    private static final int TIMES = 3;
    private static final double LEAST_GOODPUT = 0.9;
    private static final long LONGEST_RECOVERY = 60L * 1_000_000_000;
    private static final int MEMORY_MEGABYTES = 512;

    private final Scene scene;

    Flood(Scene scene) {
        this.scene = scene;
    }

    /** Measures what the server can take, then sends three times as much, whatever comes back. */
    void run(int seconds) throws IOException, InterruptedException {
        scene.now(THREE_TIMES + ", warming up", 1, 1);
        scene.site().stop();
        scene.site().startWithin(MEMORY_MEGABYTES, "start with " + MEMORY_MEGABYTES + " MB");
        scene.shop().join(MORE_MEMBERS).forEach(member -> scene.journal().begins(member.phone(), scene.checks().found(member).points(), 0));
        Supplier<Act> mixed = this::mixed;
        closedLoop(Math.max(5, seconds), mixed);
        scene.now(THREE_TIMES + ", what it can take", 1, 1);
        double most = closedLoop(seconds, mixed);
        OpenLoop once = new OpenLoop(scene, mixed).run(most, seconds);
        most = Math.max(most, once.goodput());
        scene.now(THREE_TIMES, 1, 1);
        long memory = scene.site().server().peakMemory();
        OpenLoop flood = new OpenLoop(scene, mixed).run(TIMES * most, seconds);
        long recovery = recovery();
        tell(most, once, flood, seconds);
        scene.report().line(
                "memory of the server", "%,d MB before the flood, %,d MB at most in it", memory >> 10,
                scene.site().server().peakMemory() >> 10);
        scene.report().fault(THREE_TIMES, recovery);
        scene.report().timed("checks after the flood", scene.checks()::run);
    }

    private void tell(double most, OpenLoop once, OpenLoop flood, int seconds) {
        double share = flood.goodput() / most;
        scene.report().line("most that is done", "%,.0f/s; asked so much: %s", most, once);
        scene.report().line("asked three times as much", "%s", flood);
        scene.report().line("of each kind, done of asked", "%s", flood.kinds());
        scene.report().bar(
                "goodput in the flood, at least 90 %", "%.0f %%: %s", 100 * share, share >= LEAST_GOODPUT ? "holds" : "SHORT");
    }

    /** What comes to a shop all day, batches of tills that were without a line among it. */
    private Act mixed() {
        int dice = ThreadLocalRandom.current().nextInt(100);
        if (dice < 10) {
            return scene.acts().batch(ROWS);
        }
        if (dice < 15) {
            return scene.acts().redemption();
        }
        if (dice < 20) {
            return scene.acts().hold();
        }
        return dice < 35 ? scene.acts().look() : scene.acts().purchase();
    }

    /** From the flood's end to the first good answer to somebody new. */
    private long recovery() {
        try (Load load = scene.load(1, scene.acts()::purchase)) {
            load.faultNow();
            return load.awaitGood(LONGEST_RECOVERY);
        }
    }

    /** @return acts done in a second */
    private double closedLoop(int seconds, Supplier<Act> acts) throws InterruptedException {
        try (Load load = scene.load(CLIENTS, acts)) {
            long before = load.done();
            Thread.sleep(seconds * 1_000L);
            return (load.done() - before) / (double) seconds;
        }
    }

    /** 64 clients on a server that has two connections to its database for each kind of work. */
    void poolExhausted(int seconds) throws InterruptedException {
        scene.now(EXHAUSTED, 1, 1);
        long put = scene.journal().everUnknown();
        double done;
        try (Load load = scene.load(CLIENTS)) {
            long start = System.nanoTime();
            do {
                Thread.sleep(seconds * 1_000L);
            } while (load.done() == 0 && System.nanoTime() - start < LONGEST_RECOVERY);
            done = load.done() * 1e9 / (System.nanoTime() - start);
        }
        scene.report().fault(EXHAUSTED, 0);
        scene.report().line(
                "64 clients on 2 connections", "%,.1f/s done, %,d put off", done, scene.journal().everUnknown() - put);
        if (done == 0) {
            scene.report().violation("64 clients on 2 connections get nothing done");
        }
        scene.report().timed("checks after the pool was exhausted", scene.checks()::run);
    }
}
