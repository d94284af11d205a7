package id.setia.jobs;

import id.setia.kernel.Sql;
import java.io.InputStream;
import java.sql.SQLException;

/** A job in the hands of the node that works on it. */
public class RunningJob {

    private static final int TRIES = 10;

    private final Jobs jobs;
    private final Job job;

    public RunningJob(Jobs jobs, Job job) {
        this.jobs = jobs;
        this.job = job;
    }

    /** A part of the work and what it came to; may run more than once and must not keep state between runs. */
    @FunctionalInterface
    public interface Chunk {
        JobStep work() throws SQLException;
    }

    /** The job as it stood when it was taken. */
    public Job job() {
        return job;
    }

    public InputStream file() {
        return jobs.file(job.id());
    }

    /**
     * Keeps the job through work that changes nothing and takes longer than a few seconds.
     *
     * @throws JobLost when the job is another's by now
     */
    public void hold() {
        jobs.held(job, connection -> null);
    }

    /** Deletes the file of a job that is done with it; for files that must not lie about. */
    public void dropFile() {
        jobs.dropFile(job.id());
    }

    /** Says how much there is to do. */
    public void total(long total) {
        jobs.held(job, connection -> {
            JobRows.total(connection, job, total);
            return null;
        });
    }

    /**
     * Does a chunk, notes how far the job is and keeps what was refused, all in one transaction or nothing. A unique key
     * that another transaction took meanwhile makes the chunk run again.
     *
     * @throws JobLost when the job is another's by now
     */
    public void advance(Chunk chunk) {
        for (int attempt = 1; ; attempt++) {
            try {
                jobs.held(job, connection -> {
                    JobStep step = chunk.work();
                    JobRefusals.insert(connection, job.id(), step.refusals());
                    JobRows.advance(connection, job, step);
                    return null;
                });
                return;
            } catch (RuntimeException error) {
                if (attempt == TRIES || !Sql.isDuplicateKey(error)) {
                    throw error;
                }
            }
        }
    }
}
