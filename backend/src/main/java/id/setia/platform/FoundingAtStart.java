package id.setia.platform;

import id.setia.access.Deployment;
import id.setia.db.DemoMark;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.partners.Partner;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Founds the programme before the first request of a new deployment, and fills a demonstration. */
@Singleton
@Requires(notEnv = Environment.TEST)
class FoundingAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(FoundingAtStart.class);

    private final Founding founding;
    private final DemoData demoData;
    private final Deployment deployment;
    private final BusinessClock clock;
    private final String clockSetting;
    private final Transactions transactions;

    FoundingAtStart(
            Founding founding,
            DemoData demoData,
            Deployment deployment,
            BusinessClock clock,
            @Value("${setia.clock:}") String clockSetting,
            Transactions transactions) {
        this.founding = founding;
        this.demoData = demoData;
        this.deployment = deployment;
        this.clock = clock;
        this.clockSetting = clockSetting;
        this.transactions = transactions;
    }

    @EventListener
    void on(StartupEvent starting) {
        Optional<Partner> owner = found();
        if (owner.isPresent() && deployment.demo()) {
            if (!clockSetting.isEmpty()) {
                clock.startAt(Instant.parse(clockSetting));
            }
            LOG.info("Filling the demonstration");
            demoData.fill(owner.get());
            finish();
        }
    }

    private void finish() {
        transactions.write(connection -> {
            DemoMark.finish(connection);
            return deployment;
        });
    }

    /** Of several nodes that start at once, one founds. */
    private Optional<Partner> found() {
        try {
            return founding.found(deployment.demo());
        } catch (RuntimeException error) {
            if (Sql.isDuplicateKey(error)) {
                return Optional.empty();
            }
            throw error;
        }
    }
}
