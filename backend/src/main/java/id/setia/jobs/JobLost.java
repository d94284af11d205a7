package id.setia.jobs;

import java.util.UUID;

/** The job is no longer this node's: another node took it over, or it was stopped. */
public final class JobLost extends RuntimeException {

    JobLost(UUID jobId) {
        super("job " + jobId + " is held by another", null, false, false);
    }
}
