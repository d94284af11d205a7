package id.setia.figures;

import id.setia.kernel.DueWork;
import id.setia.program.ProgramSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts soon after the start and every few minutes. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class FigureSchedule implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(FigureSchedule.class);

    private final FigureCounting counting;
    private final ProgramSettings settings;
    private boolean failing;

    FigureSchedule(FigureCounting counting, ProgramSettings settings) {
        this.counting = counting;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public boolean eachDay() {
        return false;
    }

    @Override
    public synchronized void doDue() {
        if (settings.find().isPresent()) {
            counting.count();
        }
    }

    /** Says once that it cannot, not every time. */
    @Scheduled(initialDelay = "5s", fixedDelay = "3m")
    synchronized void work() {
        try {
            doDue();
            failing = false;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("Figures are not counted for the moment", fault);
            }
            failing = true;
        }
    }
}
