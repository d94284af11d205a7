package id.setia.jobs;

import id.setia.kernel.DatabaseFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
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
        } catch (DatabaseFailure fault) {
            LOG.warn("Job {} was interrupted and will be gone on with", job.id(), fault);
        } catch (RuntimeException | IOException fault) {
            LOG.error("Job {} failed", job.id(), fault);
            jobs.fail(job, "internal_error");
        }
    }

    private JobWorker worker(Job job) {
        return Optional.ofNullable(workers.get(job.kind())).orElseThrow(() -> new JobFailure("kind_unknown"));
    }
}
