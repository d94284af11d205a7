package id.setia.webhooks;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events all the time. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class WebhookSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSchedule.class);

    private final WebhookSender sender;
    private final WebhookSweep sweep;
    private boolean failing;

    WebhookSchedule(WebhookSender sender, WebhookSweep sweep) {
        this.sender = sender;
        this.sweep = sweep;
    }

    /** Says once that it cannot, not twice a second. */
    @Scheduled(initialDelay = "4s", fixedDelay = "500ms")
    void send() {
        try {
            sender.begin();
            failing = false;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("Webhooks are not sent for the moment", fault);
            }
            failing = true;
        }
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "1h")
    void sweep() {
        sweep.run();
    }
}
