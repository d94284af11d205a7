package id.setia.tiers;

import id.setia.kernel.BusinessClock;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;

/** The month's run in parts of a wanted size, for tests of other rooms. */
@Singleton
public class TestTierRuns {

    private final TierRuns runs;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    TestTierRuns(TierRuns runs, ProgramSettings settings, BusinessClock clock) {
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs the month under way; whether it is done. */
    public boolean run(int partSize) {
        return runs.run(settings.current().monthOf(clock.now()), partSize);
    }
}
