package id.setia.faults;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Processes that are killed or stopped while clients post. */
final class Kills {

    private static final int CLIENTS = 16;
    private static final long LONGEST_RECOVERY = 300L * 1_000_000_000;
    private static final int LONGEST_LOAD_MILLIS = 1_200;
    private static final int AGAIN_WHILE_STARTING = 5;

    private final Scene scene;

    Kills(Scene scene) {
        this.scene = scene;
    }

    /** Every fifth time it is killed once more while it starts. */
    void server(int times) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                scene.now("kill -9 of the server", number);
                loadForAWhile();
                load.faultNow();
                scene.site().server().killServer();
                if (number % AGAIN_WHILE_STARTING == 0) {
                    scene.site().launch(Map.of());
                    Thread.sleep(ThreadLocalRandom.current().nextInt(200, 3_000));
                    load.faultNow();
                    scene.site().server().killServer();
                }
                scene.site().start("start after kill -9 of the server", Map.of());
                recover(load, "kill -9 of the server");
            }
        }
    }

    /** The server lives and starts it anew by itself. */
    void database(int times) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                scene.now("kill -9 of the database", number);
                loadForAWhile();
                load.faultNow();
                scene.site().server().killDatabase();
                recover(load, "kill -9 of the database");
            }
        }
    }

    void both(int times) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                scene.now("kill -9 of both", number);
                loadForAWhile();
                load.faultNow();
                scene.site().server().kill();
                scene.site().start("start after kill -9 of both", Map.of());
                recover(load, "kill -9 of both");
            }
        }
    }

    /** Stopped for one to five seconds; recovery counts from when it goes on. */
    void pauses(int times, int longestMillis) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                boolean database = number % 2 == 0;
                String kind = database ? "SIGSTOP of the database" : "SIGSTOP of the server";
                scene.now(kind, number);
                loadForAWhile();
                long process = database ? scene.site().server().databaseId() : scene.site().server().processId();
                Site.pause(process, ThreadLocalRandom.current().nextInt(1_000, longestMillis + 1));
                load.faultNow();
                recover(load, kind);
            }
        }
    }

    private static void loadForAWhile() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(200, LONGEST_LOAD_MILLIS));
    }

    private void recover(Load load, String kind) {
        long recovery = load.awaitGood(LONGEST_RECOVERY);
        if (recovery == Long.MAX_VALUE) {
            throw new IllegalStateException("nothing is answered any more after " + kind);
        }
        scene.report().fault(kind, recovery);
        load.whileQuiet(scene.checks()::run);
    }
}
