package id.setia.platform;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Goes on with what a sandbox's clock was asked for and a server did not live to finish. */
@Singleton
@Requires(property = "setia.sandbox", value = "true")
@Requires(property = "setia.background", notEquals = "false")
class PassingTimeSchedule {

    private final PassingTime time;

    PassingTimeSchedule(PassingTime time) {
        this.time = time;
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "5s")
    void goOn() {
        time.goOn();
    }
}
