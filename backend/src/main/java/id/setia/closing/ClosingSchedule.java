package id.setia.closing;

import id.setia.kernel.DueWork;
import id.setia.program.ProgramSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks soon after the start, and each minute, whether a month is to be closed, or a partner that left to be settled with. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class ClosingSchedule implements DueWork {

    private final Closings closings;
    private final FinalSettlements settlements;
    private final ProgramSettings settings;

    ClosingSchedule(Closings closings, FinalSettlements settlements, ProgramSettings settings) {
        this.closings = closings;
        this.settlements = settlements;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "month_closings";
    }

    @Override
    @Scheduled(initialDelay = "40s", fixedDelay = "1m")
    public synchronized void doDue() {
        if (settings.find().isPresent()) {
            closings.runDue();
            settlements.runDue();
        }
    }
}
