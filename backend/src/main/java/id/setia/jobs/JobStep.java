package id.setia.jobs;

import java.util.List;

/** What one chunk of a job came to: how far the job is after it, what it has come to, and what the chunk refused. */
public record JobStep(long checkpoint, String counts, List<JobRefusal> refusals) {

    public JobStep {
        refusals = List.copyOf(refusals);
    }
}
