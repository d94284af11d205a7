package id.setia.access;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks every few minutes whether the key of tokens is to change. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class KeyRotationSchedule {

    private final KeyRotation rotation;

    KeyRotationSchedule(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "10m")
    void look() {
        rotation.look();
    }
}
