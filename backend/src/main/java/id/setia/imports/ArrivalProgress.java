package id.setia.imports;

import id.setia.jobs.Job;
import id.setia.jobs.RunningJob;
import id.setia.kernel.Json;
import java.util.function.Consumer;

/** How far an import of members is: rows done before it was interrupted are passed over. */
final class ArrivalProgress {

    private final RunningJob running;
    private final Json json;
    private final ImportOrder order;
    private long done;
    private ArrivalTally tally;
    private ArrivalOutcome last;

    ArrivalProgress(RunningJob running, Json json) {
        Job job = running.job();
        this.running = running;
        this.json = json;
        this.order = json.read(job.parameters(), ImportOrder.class);
        this.done = job.checkpoint();
        this.tally = job.counts().isEmpty() ? ArrivalTally.NOTHING : json.read(job.counts(), ArrivalTally.class);
    }

    ImportOrder order() {
        return order;
    }

    ArrivalTally tally() {
        return tally;
    }

    /** Steps done: rows, and one for telling of them. */
    long done() {
        return done;
    }

    void passOver(CsvFile file) {
        for (long row = 0; row < done && file.hasNext(); row++) {
            file.next();
        }
    }

    /** Does some steps and notes what they came to, all of it or nothing. */
    void advance(long steps, Consumer<ArrivalOutcome> act) {
        running.advance(() -> {
            last = new ArrivalOutcome(tally);
            act.accept(last);
            return last.step(done + steps, order.language(), json);
        });
        done += steps;
        tally = last.tally();
    }
}
