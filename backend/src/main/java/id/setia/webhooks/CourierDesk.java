package id.setia.webhooks;

import id.setia.kernel.Batch;
import id.setia.kernel.Feed;
import id.setia.kernel.FeedEvent;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Lease;
import id.setia.kernel.Leases;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.PartnerState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The books of sending: takes events in from the feed, says which are next, and writes down what came of them. Each
 * transaction first renews the lease under which it is written.
 */
@Singleton
class CourierDesk {

    static final Duration HELD_FOR = Duration.ofSeconds(30);

    private static final int MOST_WAITING = 5_000;
    private static final int CHUNK = 1_000;
    private static final int ONE = 1;

    private final Feed feed;
    private final EventReads reads;
    private final ToldEvents told;
    private final EventVisibility visibility;
    private final WebhookMessages messages;
    private final WebhookSecrets secrets;
    private final EndpointWatch watch;
    private final RetrySchedule retries;
    private final PartnerDirectory partners;
    private final Leases leases;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    CourierDesk(
            Feed feed,
            EventReads reads,
            ToldEvents told,
            EventVisibility visibility,
            WebhookMessages messages,
            WebhookSecrets secrets,
            EndpointWatch watch,
            RetrySchedule retries,
            PartnerDirectory partners,
            Leases leases,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.feed = feed;
        this.reads = reads;
        this.told = told;
        this.visibility = visibility;
        this.messages = messages;
        this.secrets = secrets;
        this.watch = watch;
        this.retries = retries;
        this.partners = partners;
        this.leases = leases;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What to send next.
     *
     * @param open whether anything may be sent to the endpoint now, also of what was picked before
     * @param careful whether only one event at a time is tried
     * @param more whether there may be more by now, besides what is under way
     */
    record Round(
            boolean open,
            boolean careful,
            String url,
            List<byte[]> keys,
            List<WebhookMessages.Message> messages,
            boolean more) {

        static Round closed(boolean more) {
            return new Round(false, true, "", List.of(), List.of(), more);
        }
    }

    /** Endpoints that something is to be done for, besides those given. */
    List<UUID> waiting(Set<UUID> besides) {
        return transactions.read(connection -> {
            List<UUID> waiting = new ArrayList<>();
            for (DeliveryRows.Calling calling : DeliveryRows.calling(connection, feed.last(), clock.now())) {
                UUID endpoint = calling.endpointId();
                if (!besides.contains(endpoint) && (calling.due() || mayTakeIn(connection, endpoint))) {
                    waiting.add(endpoint);
                }
            }
            return waiting;
        });
    }

    private static boolean mayTakeIn(Connection connection, UUID endpointId) throws SQLException {
        return DeliveryRows.waiting(connection, endpointId, MOST_WAITING) < MOST_WAITING;
    }

    /**
     * Takes in what is new and says what to send next.
     *
     * @param picked deliveries that are under way or about to be
     * @param most how many may be, in all
     * @throws id.setia.kernel.LeaseLost when another node sends for the endpoint
     */
    Round next(Lease lease, UUID endpointId, Set<UUID> picked, int most) {
        return transactions.write(connection -> {
            leases.renew(connection, lease, HELD_FOR);
            Optional<WebhookEndpoint> endpoint =
                    EndpointRows.lock(connection, endpointId).filter(WebhookEndpoint::enabled);
            if (endpoint.isEmpty()) {
                return Round.closed(false);
            }
            Partner partner = partners.partner(endpoint.get().partnerId()).orElseThrow();
            if (partner.state() == PartnerState.ENDED) {
                watch.disable(connection, endpoint.get(), DisabledReason.PARTNER_ENDED, clock.now());
                return Round.closed(false);
            }
            return next(connection, endpoint.get(), Viewer.of(partner), picked, most);
        });
    }

    private Round next(Connection connection, WebhookEndpoint endpoint, Viewer viewer, Set<UUID> picked, int most)
            throws SQLException {
        EndpointProgress progress = ProgressRows.find(connection, endpoint.id()).orElseThrow();
        boolean more = takeIn(connection, endpoint, viewer, progress);
        Instant now = clock.now();
        if (progress.isPaused(now)) {
            return Round.closed(more);
        }
        List<Delivery> due = due(connection, endpoint.id(), picked, progress.isDown() ? ONE : most, now);
        List<WebhookMessages.Message> next = messages.of(viewer, due);
        Set<UUID> told = next.stream().map(message -> message.delivery().id()).collect(Collectors.toSet());
        Batch withdrawn = new Batch();
        DeliveryRows.put(
                withdrawn,
                due.stream()
                        .filter(delivery -> !told.contains(delivery.id()))
                        .map(delivery -> delivery.withdrawn(now))
                        .toList());
        withdrawn.flush(connection);
        return new Round(
                true,
                progress.isDown(),
                endpoint.url(),
                next.isEmpty() ? List.of() : secrets.keys(endpoint.id()),
                next,
                more || next.size() < due.size());
    }

    private static List<Delivery> due(Connection connection, UUID endpointId, Set<UUID> picked, int most, Instant now)
            throws SQLException {
        int free = most - picked.size();
        return free <= 0
                ? List.of()
                : DeliveryRows.due(connection, endpointId, now, most).stream()
                        .filter(delivery -> !picked.contains(delivery.id()))
                        .limit(free)
                        .toList();
    }

    /** Takes in a stretch of the feed unless much waits already; answers whether there is more of it to take in now. */
    private boolean takeIn(Connection connection, WebhookEndpoint endpoint, Viewer viewer, EndpointProgress progress)
            throws SQLException {
        List<FeedEvent> events = feed.after(reads.replayable(progress.position()), CHUNK);
        if (events.isEmpty() || !mayTakeIn(connection, endpoint.id())) {
            return false;
        }
        Instant now = clock.now();
        Batch batch = new Batch();
        DeliveryRows.put(
                batch,
                visibility.shown(viewer, told.of(events, endpoint.types())).stream()
                        .map(event -> Delivery.waiting(ids.next(), endpoint.id(), event, now))
                        .toList());
        batch.flush(connection);
        ProgressRows.update(connection, progress.at(events.getLast().position()));
        return events.size() == CHUNK;
    }

    /**
     * Writes down what came of sending.
     *
     * @throws id.setia.kernel.LeaseLost when another node sends for the endpoint by now; then nothing is written
     */
    void note(Lease lease, UUID endpointId, List<WebhookLetters.Sent> letters) {
        transactions.write(connection -> {
            leases.renew(connection, lease, HELD_FOR);
            Optional<WebhookEndpoint> endpoint = EndpointRows.lock(connection, endpointId);
            if (endpoint.isPresent()) {
                note(connection, endpoint.get(), letters);
            }
            return null;
        });
    }

    private void note(Connection connection, WebhookEndpoint endpoint, List<WebhookLetters.Sent> letters)
            throws SQLException {
        EndpointProgress progress = ProgressRows.find(connection, endpoint.id()).orElseThrow();
        Instant now = clock.now();
        boolean gone = false;
        Batch batch = new Batch();
        for (WebhookLetters.Sent sent : letters) {
            AttemptRows.add(batch, sent.attempt());
            DeliveryRows.put(batch, List.of(after(sent, now)));
            gone |= sent.result().gone();
            progress = sent.result().delivered()
                    ? progress.delivered()
                    : progress.failed(now, sent.result().retryAfter());
        }
        batch.flush(connection);
        ProgressRows.update(connection, progress);
        if (endpoint.enabled() && (gone || progress.isGivenUp(now))) {
            watch.disable(connection, endpoint, gone ? DisabledReason.GONE : DisabledReason.FAILING, now);
        }
    }

    private Delivery after(WebhookLetters.Sent sent, Instant now) {
        Delivery delivery = sent.delivery();
        if (sent.result().delivered()) {
            return delivery.finished(DeliveryState.DELIVERED, now);
        }
        return retries.pause(delivery.attempts() + 1, sent.result().retryAfter())
                .map(pause -> delivery.tried(now.plus(pause)))
                .orElseGet(() -> delivery.finished(DeliveryState.DEAD, now));
    }
}
