package id.setia.offers;

import id.setia.kernel.DueWork;
import id.setia.program.ProgramSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks all the time whether an offer has begun, or a day, since its members were noted. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class OfferSchedule implements DueWork {

    private final OfferNoting noting;
    private final ProgramSettings settings;

    OfferSchedule(OfferNoting noting, ProgramSettings settings) {
        this.noting = noting;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "offers";
    }

    @Override
    @Scheduled(initialDelay = "45s", fixedDelay = "1m")
    public synchronized void doDue() {
        if (settings.find().isPresent()) {
            noting.queueDue();
        }
    }
}
