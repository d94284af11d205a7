package id.setia.posting;

import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import jakarta.inject.Singleton;

/** Reckons what judging again would do. */
@Singleton
class RejudgementTrialWorker implements JobWorker {

    static final String KIND = "rejudgement_trial";

    private final RejudgementRun run;

    RejudgementTrialWorker(RejudgementRun run) {
        this.run = run;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob job) {
        run.tryOut(job);
    }
}
