package id.setia.webhooks;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Lease;
import id.setia.kernel.LeaseLost;
import id.setia.kernel.Leases;
import id.setia.kernel.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events to endpoints. One node at a time sends for an endpoint; when it dies, another goes on from what was written
 * down once the lease has ended.
 */
@Singleton
class WebhookSender {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    private static final int MOST_AT_ONCE = 32;

    private final UUID self;
    private final CourierDesk desk;
    private final WebhookLetters letters;
    private final Leases leases;
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();

    WebhookSender(CourierDesk desk, WebhookLetters letters, Leases leases, IdMaker ids) {
        this.self = ids.next();
        this.desk = desk;
        this.letters = letters;
        this.leases = leases;
    }

    /** Begins to send whatever is due to endpoints that nobody sends to yet; answers who sends. */
    List<Thread> begin() {
        return desk.waiting(served).stream()
                .limit(Math.max(0, MOST_AT_ONCE - served.size()))
                .flatMap(endpoint -> begin(endpoint).stream())
                .toList();
    }

    private Optional<Thread> begin(UUID endpointId) {
        Optional<Lease> lease = leases.take(leaseName(endpointId), self, CourierDesk.HELD_FOR);
        if (lease.isEmpty() || !served.add(endpointId)) {
            return Optional.empty();
        }
        return Optional.of(Thread.startVirtualThread(() -> Pool.BACKGROUND.during(() -> {
            serve(endpointId, lease.get());
            return null;
        })));
    }

    private void serve(UUID endpointId, Lease lease) {
        try {
            new Courier(endpointId, lease, desk, letters).run();
            leases.release(lease);
        } catch (LeaseLost lost) {
            // Another node goes on.
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.warn("Events are not sent to webhook endpoint {} for the moment", endpointId, fault);
        } finally {
            served.remove(endpointId);
        }
    }

    static String leaseName(UUID endpointId) {
        return "webhook:" + endpointId;
    }
}
