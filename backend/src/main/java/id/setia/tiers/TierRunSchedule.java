package id.setia.tiers;

import id.setia.kernel.DueWork;
import id.setia.program.ProgramSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks soon after the start, and every minute, whether a run is due: what is bought before it is judged by the old tier. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class TierRunSchedule implements DueWork {

    private final TierRuns runs;
    private final TierLadder ladder;
    private final ProgramSettings settings;

    TierRunSchedule(TierRuns runs, TierLadder ladder, ProgramSettings settings) {
        this.runs = runs;
        this.ladder = ladder;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "tier_runs";
    }

    @Override
    @Scheduled(initialDelay = "30s", fixedDelay = "1m")
    public synchronized void doDue() {
        if (settings.find().isPresent() && ladder.isDefined()) {
            runs.runDue();
        }
    }
}
