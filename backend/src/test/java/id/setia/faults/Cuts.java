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

    /** Every tenth time the COMMIT itself is lost, else only its answer. */
    void run(int times) throws IOException, InterruptedException {
        CutProxy proxy = scene.site().proxy();
        try (Load load = scene.load(CLIENTS)) {
            for (int number = 1; number <= times; number++) {
                boolean before = number % BEFORE == 0;
                String kind = before ? "connection cut before COMMIT" : "connection cut after COMMIT";
                scene.now(kind, number, times);
                int cuts = proxy.cuts();
                load.faultNow();
                proxy.arm(before ? CutProxy.Cut.BEFORE_COMMIT : CutProxy.Cut.AFTER_COMMIT);
                if (!proxy.awaitCut(cuts, PATIENCE_SECONDS)) {
                    throw new IllegalStateException("no COMMIT came by");
                }
                load.faultNow();
                scene.report().fault(kind, load.awaitGood(LONGEST_RECOVERY));
                scene.check("a cut", load);
            }
        }
    }
}
