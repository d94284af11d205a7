package id.setia.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The whole battery: {@code mvn -Pfaults verify}. Prints one page and ends with 1 where a promise was broken. Properties
 * say how often each fault comes: {@code server}, {@code database}, {@code both}, {@code stops}, {@code pauses}, {@code
 * cuts}, {@code vanished}, {@code twins}, {@code flood} and {@code pool} (seconds), {@code starts}, {@code firstStarts}; 0
 * leaves one out.
 */
public final class FaultBattery {

    private static final int MEMBERS = 6;
    private static final int LONGEST_PAUSE_MILLIS = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(90);
    private static final Map<String, String> TWO_CONNECTIONS = Map.of(
            "DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE", "2", "DATASOURCES_DEFAULT_MINIMUM_IDLE", "2",
            "DATASOURCES_POSTING_MAXIMUM_POOL_SIZE", "2", "DATASOURCES_POSTING_MINIMUM_IDLE", "2",
            "DATASOURCES_BACKGROUND_MAXIMUM_POOL_SIZE", "2", "DATASOURCES_BACKGROUND_MINIMUM_IDLE", "2");

    private FaultBattery() {}

    public static void main(String[] arguments) throws Exception {
        Path programs = Path.of(System.getProperty("setia.test.directory", "../.setia/test"));
        Report report = run(Path.of("target", "faults").toAbsolutePath(), programs, FaultCounts.ofProperties(), LONGEST_PAUSE_MILLIS);
        System.exit(report.violations().isEmpty() ? 0 : 1);
    }

    static Report run(Path directory, Path programs, FaultCounts counts, int longestPauseMillis)
            throws IOException, InterruptedException {
        Report report = new Report();
        try (Site site = Site.install(directory, programs, report);
                Journal journal = new Journal(directory.resolve("journal.txt"))) {
            long began = System.nanoTime();
            report.now("setting up");
            site.start("first start, making the database", Map.of());
            long firstMillis = (System.nanoTime() - began) / 1_000_000;
            Shop shop = Shop.open(site.server(), site.port(), MEMBERS);
            Acts acts = new Acts(shop, journal);
            Counter counter = new Counter(shop, journal, report);
            Checks checks = new Checks(shop, journal, counter, report);
            shop.members().forEach(member -> journal.begins(member.phone(), checks.found(member).points(), 0));
            Hooks hooks = Hooks.open(shop, journal, report);
            Scene scene = new Scene(site, shop, hooks, acts, journal, counter, checks, report);
            endAfterAll(scene, directory);
            try (hooks) {
                play(scene, counts, longestPauseMillis);
                new FirstStarts(directory, programs, report).run(counts.firstStarts(), firstMillis);
                report.now("everything once more, at the end");
                checks.runOverAll();
            } catch (RuntimeException | IOException broken) {
                site.server().dumpThreads(directory.resolve("threads.txt"));
                broken.printStackTrace();
                report.violation("the battery ended early: " + broken);
            }
            finish(report, journal, directory);
        }
        return report;
    }

    private static void finish(Report report, Journal journal, Path directory) throws IOException {
        String page = report.page(journal);
        System.out.println(page);
        Files.writeString(directory.resolve("report.txt"), page + "\n");
    }

    /** What hangs is a fault too, and is told. */
    private static void endAfterAll(Scene scene, Path directory) {
        Thread.ofPlatform().daemon().name("end").start(() -> {
            LockSupport.parkNanos(LONGEST.toNanos());
            scene.report().violation("not done after " + LONGEST.toMinutes() + " minutes");
            try {
                scene.site().server().dumpThreads(directory.resolve("threads.txt"));
                finish(scene.report(), scene.journal(), directory);
            } catch (IOException | InterruptedException fault) {
                fault.printStackTrace();
            }
            System.exit(1);
        });
    }

    /** What makes the ledger long comes last, so that proving all of it stays short. */
    private static void play(Scene scene, FaultCounts counts, int longestPauseMillis) throws IOException, InterruptedException {
        Site site = scene.site();
        Kills kills = new Kills(scene);
        Clients clients = new Clients(scene);
        Flood flood = new Flood(scene);
        for (int number = 0; number < counts.starts(); number++) {
            site.stop();
            site.start("start in good order, warm", Map.of());
        }
        Checks checks = scene.checks();
        clients.vanish(counts.vanished());
        clients.twins(counts.twins());
        checks.prove();
        kills.database(counts.database());
        checks.prove();
        kills.both(counts.both());
        checks.prove();
        kills.server(counts.server());
        checks.prove();
        kills.stops(counts.stops());
        kills.pauses(counts.pauses(), longestPauseMillis);
        checks.prove();
        if (counts.cuts() > 0) {
            site.stop();
            site.putProxyBetween();
            site.start("start on a database of the operator's", Map.of());
            new Cuts(scene).run(counts.cuts());
            checks.prove();
            site.stop();
            site.takeProxyAway();
            site.start("start in good order, warm", Map.of());
        }
        scene.report().now("until all events have come by webhook");
        scene.report().timed("until all events had come by webhook", scene.hooks()::check);
        if (counts.floodSeconds() > 0) {
            flood.run(counts.floodSeconds());
        }
        if (counts.poolSeconds() > 0) {
            site.stop();
            site.start("start with two connections", TWO_CONNECTIONS);
            flood.poolExhausted(counts.poolSeconds());
            site.stop();
            site.start("start in good order, warm", Map.of());
        }
    }
}
