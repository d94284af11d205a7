package id.setia.partners;

import id.setia.kernel.DueWork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks every few minutes for partners whose day has come. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class PartnerDepartureSchedule implements DueWork {

    private final PartnerDepartures departures;

    PartnerDepartureSchedule(PartnerDepartures departures) {
        this.departures = departures;
    }

    @Override
    public String name() {
        return "partner_departures";
    }

    @Override
    @Scheduled(initialDelay = "50s", fixedDelay = "5m")
    public synchronized void doDue() {
        departures.runDue();
    }
}
