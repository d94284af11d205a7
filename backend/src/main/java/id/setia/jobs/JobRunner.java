package id.setia.jobs;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on what is queued, and goes on with what another node left, one job after the other. */
@Singleton
public class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Jobs jobs;
    private final Map<String, JobWorker> workers;

    JobRunner(Jobs jobs, List<JobWorker> workers) {
        this.jobs = jobs;
        this.workers = workers.stream().collect(Collectors.toMap(JobWorker::kind, Function.identity()));
    }

    /** Does every job that waits at the moment. */
    public void runDue(Instant now) {
        for (Optional<RunningJob> next = jobs.claim(now); next.isPresent(); next = jobs.claim(now)) {
            run(next.get());
        }
    }

    /** Does one job to its end, or as far as it goes. */
    public void run(RunningJob running) {
        Job job = running.job();
        try {
            worker(job).work(running);
            jobs.finish(job);
        } catch (JobLost lost) {
            LOG.info("Job {} goes on elsewhere", job.id());
        } catch (JobFailure failure) {
            LOG.info("Job {} failed: {}", job.id(), failure.code());
            jobs.fail(job, failure.code());
        } catch (RuntimeException | IOException fault) {
            if (isPassing(fault)) {
                LOG.warn("Job {} was interrupted and will be gone on with", job.id(), fault);
            } else {
                LOG.error("Job {} failed", job.id(), fault);
                jobs.fail(job, "internal_error");
            }
        }
    }

    /** Whether the database, not the job, is to blame: the lease then ends by itself and somebody goes on. */
    private static boolean isPassing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql instanceof SQLTransientException
                            || sql instanceof SQLRecoverableException
                            || sql.getSQLState() == null
                            || sql.getSQLState().startsWith("08")
                            || sql.getSQLState().startsWith("40")
                            || sql.getSQLState().startsWith("70"))) {
                return true;
            }
        }
        return false;
    }

    private JobWorker worker(Job job) {
        return Optional.ofNullable(workers.get(job.kind())).orElseThrow(() -> new JobFailure("kind_unknown"));
    }
}
