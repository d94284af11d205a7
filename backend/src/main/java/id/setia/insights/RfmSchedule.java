package id.setia.insights;

import id.setia.kernel.DueWork;
import id.setia.program.ProgramSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks every few minutes whether the night's run is due. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class RfmSchedule implements DueWork {

    private final RfmRuns runs;
    private final ProgramSettings settings;

    RfmSchedule(RfmRuns runs, ProgramSettings settings) {
        this.runs = runs;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public boolean eachDay() {
        return false;
    }

    @Override
    @Scheduled(initialDelay = "1m", fixedDelay = "10m")
    public synchronized void doDue() {
        if (settings.find().isPresent()) {
            runs.queueNightly();
        }
    }
}
