package id.setia.posting;

import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import jakarta.inject.Singleton;

/** Puts points right by judging again. */
@Singleton
class RejudgementWorker implements JobWorker {

    static final String KIND = "rejudgement";

    private final RejudgementRun run;

    RejudgementWorker(RejudgementRun run) {
        this.run = run;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob job) {
        run.correct(job);
    }
}
