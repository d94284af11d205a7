package id.setia.faults;

import id.setia.testing.CutProxy;
import java.io.IOException;

/** Connections between the server and its database that break at the worst moment. */
final class Cuts {

    private static final int CLIENTS = 8;
    private static final int BEFORE = 10;
    private static final long PATIENCE_SECONDS = 60;
    private static final long LONGEST_RECOVERY = 300L * 1_000_000_000;

    private final Scene scene;

    Cuts(Scene scene) {
        this.scene = scene;
    }

    /** So often the answer to a COMMIT is lost, and besides, a tenth as often, the COMMIT itself. */
    void run(int times) throws IOException, InterruptedException {
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                cut(load, "connection cut after COMMIT", CutProxy.Cut.AFTER_COMMIT, number, times);
                if (number % BEFORE == 0) {
                    cut(load, "connection cut before COMMIT", CutProxy.Cut.BEFORE_COMMIT, number / BEFORE, times / BEFORE);
                }
            }
        }
    }

    private void cut(Load load, String kind, CutProxy.Cut where, int number, int times) throws IOException, InterruptedException {
        CutProxy proxy = scene.site().proxy();
        scene.now(kind, number, times);
        int cuts = proxy.cuts();
        load.faultNow();
        proxy.arm(where);
        if (!proxy.awaitCut(cuts, PATIENCE_SECONDS)) {
            throw new IllegalStateException("no COMMIT came by");
        }
        load.faultNow();
        scene.report().fault(kind, load.awaitGood(LONGEST_RECOVERY));
        scene.check("a cut", load);
    }
}
