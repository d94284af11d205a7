package id.setia.posting;

import id.setia.jobs.JobStep;
import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import id.setia.kernel.Json;
import jakarta.inject.Singleton;
import java.util.List;

/** Does back-tests; one that was cut short starts over, for it only reads. */
@Singleton
class BackTestWorker implements JobWorker {

    static final String KIND = "back_test";

    private final BackTesting testing;
    private final Json json;

    BackTestWorker(BackTesting testing, Json json) {
        this.testing = testing;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob job) {
        BackTestOrder order = json.read(job.job().parameters(), BackTestOrder.class);
        long total = testing.purchases(order);
        job.total(total);
        BackTestTally tally = testing.tally(
                order, member -> true, seen -> job.advance(() -> new JobStep(seen, "", List.of())));
        String result = json.write(tally.result());
        job.advance(() -> new JobStep(total, result, List.of()));
    }
}
