package id.setia.jobs;

import java.io.IOException;

/** Does the jobs of one kind. */
public interface JobWorker {

    /** The kind of jobs it does. */
    String kind();

    /**
     * Does the job, or what is left of it. All it changes goes through {@link RunningJob#advance}, chunk by chunk, or may
     * be done twice without harm.
     *
     * @throws JobFailure when the job can never be done
     * @throws IOException when its file cannot be read
     */
    void work(RunningJob job) throws IOException;
}
