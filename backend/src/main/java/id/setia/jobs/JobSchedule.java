package id.setia.jobs;

import id.setia.kernel.DueWork;
import id.setia.kernel.SystemClock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks every second for a job to do, and each hour for files that have been kept long enough. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class JobSchedule implements DueWork {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JobRunner runner;
    private final Jobs jobs;
    private final SystemClock clock;

    JobSchedule(JobRunner runner, Jobs jobs, SystemClock clock) {
        this.runner = runner;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    @Scheduled(initialDelay = "3s", fixedDelay = "1s")
    public synchronized void doDue() {
        runner.runDue(clock.now());
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void forget() {
        jobs.forgetBefore(clock.now().minus(KEPT));
    }
}
