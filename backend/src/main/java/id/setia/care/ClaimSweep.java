package id.setia.care;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.DueWork;
import id.setia.kernel.Page;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks again for the purchases of open cases: a till that was without a connection sends its receipts late. Several nodes
 * may sweep at once; a case is settled under its lock.
 */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class ClaimSweep implements DueWork {

    private static final int CHUNK = 100;
    private static final Duration HOPE = Duration.ofDays(MissingPoints.WINDOW_DAYS + 1);

    private final CareCases cases;
    private final MissingPoints missingPoints;
    private final BusinessClock clock;

    ClaimSweep(CareCases cases, MissingPoints missingPoints, BusinessClock clock) {
        this.cases = cases;
        this.missingPoints = missingPoints;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public boolean eachDay() {
        return false;
    }

    @Override
    @Scheduled(fixedDelay = "60s", initialDelay = "30s")
    public synchronized void doDue() {
        Optional<String> cursor = Optional.empty();
        do {
            Page<CareCase> page = cases.queue(CaseState.OPEN, cursor, CHUNK);
            page.items().stream()
                    .filter(open -> open.openedAt().isAfter(clock.now().minus(HOPE)))
                    .forEach(this::lookAgain);
            cursor = page.nextCursor();
        } while (cursor.isPresent());
    }

    private void lookAgain(CareCase open) {
        CareCase settled = missingPoints.settle(open);
        if (!settled.isOpen()) {
            missingPoints.tell(settled, "case.answered");
        }
    }
}
