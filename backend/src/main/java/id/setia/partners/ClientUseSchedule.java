package id.setia.partners;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Writes twice a minute when API clients called last. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class ClientUseSchedule {

    private final ClientUses uses;

    ClientUseSchedule(ClientUses uses) {
        this.uses = uses;
    }

    @Scheduled(initialDelay = "20s", fixedDelay = "30s")
    void write() {
        uses.write();
    }
}
