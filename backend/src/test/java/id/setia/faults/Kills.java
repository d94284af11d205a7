package id.setia.faults;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Processes that are killed or stopped while clients post. */
final class Kills {

    private static final int CLIENTS = 16;
    private static final long LONGEST_RECOVERY = 300L * 1_000_000_000;
    private static final int LONGEST_LOAD_MILLIS = 600;
    private static final int AGAIN_WHILE_STARTING = 5;
    private static final long LONGEST_STOP = 15L * 1_000_000_000;
    private static final int LONGEST_LEASE = 40;
    private static final String SERVER = "kill -9 of the server";
    private static final String STARTING = "kill -9 of the server while it starts";
    private static final String DATABASE = "kill -9 of the database";
    private static final String BOTH = "kill -9 of both";
    private static final String STOP = "stop in good order under load";

    private final Scene scene;

    Kills(Scene scene) {
        this.scene = scene;
    }

    /** With a webhook in hand, as a rule. Every fifth time it is killed once more while it starts. */
    void server(int times) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                scene.now(SERVER, number, times);
                loadForAWhile();
                boolean sending = scene.hooks().keep(number == 1 ? LONGEST_LEASE : 1);
                load.faultNow();
                scene.site().server().killServer();
                scene.hooks().letGo();
                if (number == 1 && !sending) {
                    scene.report().violation("no event was under way by webhook");
                }
                if (number % AGAIN_WHILE_STARTING == 0) {
                    scene.site().launch(Map.of());
                    Thread.sleep(ThreadLocalRandom.current().nextInt(200, 3_000));
                    load.faultNow();
                    scene.site().server().killServer();
                    scene.report().fault(STARTING, 0);
                }
                scene.site().start("start after " + SERVER, Map.of());
                recover(load, SERVER);
            }
        }
    }

    /** The server lives and starts it anew by itself. */
    void database(int times) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                scene.now(DATABASE, number, times);
                loadForAWhile();
                load.faultNow();
                scene.site().server().killDatabase();
                recover(load, DATABASE);
            }
        }
    }

    void both(int times) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                scene.now(BOTH, number, times);
                loadForAWhile();
                load.faultNow();
                scene.site().server().kill();
                scene.site().start("start after " + BOTH, Map.of());
                recover(load, BOTH);
            }
        }
    }

    /** It answers what it has begun, takes nothing new and is gone within seconds, however busy and whoever stays connected. */
    void stops(int times) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                scene.now(STOP, number, times);
                long took;
                try (Wire silent = Wire.to(scene.shop().port())) {
                    silent.send(Session.bytes("GET", "/health", "", Map.of()));
                    silent.reply();
                    loadForAWhile();
                    load.faultNow();
                    long from = System.nanoTime();
                    scene.site().stop();
                    took = System.nanoTime() - from;
                }
                scene.report().took(Report.STOPPING, took);
                if (took > LONGEST_STOP) {
                    scene.report().violation("stopping took " + took / 1_000_000 + " ms");
                }
                scene.site().start("start after " + STOP, Map.of());
                recover(load, STOP);
            }
        }
    }

    /** Stopped for one to five seconds; recovery counts from when it goes on. */
    void pauses(int times, int longestMillis) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                boolean database = number % 2 == 0;
                String kind = database ? "SIGSTOP of the database" : "SIGSTOP of the server";
                scene.now(kind, number, times);
                loadForAWhile();
                long process = database ? scene.site().server().databaseId() : scene.site().server().processId();
                Site.pause(process, ThreadLocalRandom.current().nextInt(1_000, longestMillis + 1));
                load.faultNow();
                recover(load, kind);
            }
        }
    }

    private static void loadForAWhile() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(100, LONGEST_LOAD_MILLIS));
    }

    private void recover(Load load, String kind) {
        scene.report().fault(kind, load.awaitGood(LONGEST_RECOVERY));
        scene.check(kind, load);
    }
}
