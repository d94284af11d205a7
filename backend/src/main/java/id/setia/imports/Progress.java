package id.setia.imports;

import id.setia.jobs.Job;
import id.setia.jobs.RunningJob;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.util.List;
import java.util.Set;

/** How far an import is: units done before it was interrupted are passed over, the others done chunk by chunk. */
final class Progress {

    private static final int TRIES = 10;

    /** What posting says when somebody else has changed the same purchase since it was read. */
    private static final Set<ProblemCode> OVERTAKEN = Set.of(
            ProblemCode.PURCHASE_CONFLICT, ProblemCode.REFUND_CONFLICT, ProblemCode.REFUND_EXCEEDS_PURCHASE);

    private final RunningJob running;
    private final Json json;
    private final ImportOrder order;
    private long toPassOver;
    private long done;
    private Tally tally;
    private Outcome last;

    Progress(RunningJob running, Json json) {
        Job job = running.job();
        this.running = running;
        this.json = json;
        this.order = json.read(job.parameters(), ImportOrder.class);
        this.done = job.checkpoint();
        this.toPassOver = job.checkpoint();
        this.tally = job.counts().isEmpty() ? Tally.NOTHING : json.read(job.counts(), Tally.class);
    }

    /** What is done to some units. */
    @FunctionalInterface
    interface Act {
        void on(List<Unit> units, ImportOrder order, Outcome outcome);
    }

    Tally tally() {
        return tally;
    }

    /** Whether the next unit was done before. */
    boolean isDone() {
        return toPassOver-- > 0;
    }

    /** Does units; when somebody else changes what they need meanwhile, once more. */
    void advance(List<Unit> units, Act act) {
        for (int attempt = 1; ; attempt++) {
            try {
                advance(units.size(), units, act);
                return;
            } catch (Problem problem) {
                if (attempt == TRIES || !OVERTAKEN.contains(problem.code())) {
                    throw problem;
                }
            }
        }
    }

    /** Does what belongs to no unit, once. */
    void advance(Runnable act) {
        advance(1, List.of(), (units, ignored, outcome) -> act.run());
    }

    private void advance(int steps, List<Unit> units, Act act) {
        running.advance(() -> {
            last = new Outcome(tally);
            act.on(units, order, last);
            return last.step(done + steps, order.language(), json);
        });
        done += steps;
        tally = last.tally();
    }
}
