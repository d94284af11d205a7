package id.setia.webhooks;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.Batch;
import id.setia.kernel.Cursor;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.partners.PartnerDirectory;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The door to the delivery log: what was sent, sending again, and trying an endpoint out. */
@Singleton
class WebhookDeliveries {

    private static final int CHUNK = 1_000;
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private final WebhookEndpoints endpoints;
    private final PartnerDirectory partners;
    private final WebhookMessages messages;
    private final WebhookLetters letters;
    private final WebhookSecrets secrets;
    private final IdempotencyKeys requests;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    WebhookDeliveries(
            WebhookEndpoints endpoints,
            PartnerDirectory partners,
            WebhookMessages messages,
            WebhookLetters letters,
            WebhookSecrets secrets,
            IdempotencyKeys requests,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.endpoints = endpoints;
        this.partners = partners;
        this.messages = messages;
        this.letters = letters;
        this.secrets = secrets;
        this.requests = requests;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** A delivery and its attempts. */
    record Logged(Delivery delivery, List<Attempt> attempts) {}

    /** The newest first. */
    Page<Logged> page(
            Caller caller,
            UUID endpointId,
            Optional<DeliveryState> state,
            Optional<EventType> type,
            Optional<String> cursor,
            int limit) {
        endpoints.find(caller, endpointId);
        Optional<UUID> before = cursor.map(Cursor::place).map(place -> PublicId.WEBHOOK_DELIVERY
                .parse(place)
                .orElseThrow(() -> Problem.invalid("/cursor", "cursor_unknown")));
        return transactions.read(connection -> {
            Page<Delivery> page = Page.of(
                    DeliveryRows.page(connection, endpointId, state, type, before, limit + 1),
                    limit,
                    delivery -> Cursor.of(PublicId.WEBHOOK_DELIVERY.format(delivery.id())));
            var attempts = AttemptRows.of(connection, page.items().stream().map(Delivery::id).toList());
            return page.map(delivery -> new Logged(delivery, attempts.getOrDefault(delivery.id(), List.of())));
        });
    }

    /** @throws Problem {@code webhook_delivery_not_found} */
    Logged find(Caller caller, UUID endpointId, UUID id) {
        endpoints.find(caller, endpointId);
        return transactions.read(connection -> logged(connection, found(DeliveryRows.find(connection, endpointId, id))));
    }

    /** What is sent for a delivery; nothing where its event is no longer for the endpoint's partner, or too old. */
    Optional<String> body(Caller caller, Delivery delivery) {
        WebhookEndpoint endpoint = endpoints.find(caller, delivery.endpointId());
        Viewer viewer = Viewer.of(partners.partner(endpoint.partnerId()).orElseThrow());
        return messages.of(viewer, List.of(delivery)).stream()
                .findFirst()
                .map(message -> new String(message.body(), StandardCharsets.UTF_8));
    }

    private static Delivery found(Optional<Delivery> delivery) {
        return delivery.orElseThrow(() -> Problem.of(ProblemCode.WEBHOOK_DELIVERY_NOT_FOUND));
    }

    private static Logged logged(Connection connection, Delivery delivery) throws SQLException {
        return new Logged(
                delivery,
                AttemptRows.of(connection, List.of(delivery.id())).getOrDefault(delivery.id(), List.of()));
    }

    /**
     * Sends an event again from the beginning, whatever became of it.
     *
     * @throws Problem {@code webhook_endpoint_disabled}, {@code webhook_delivery_waiting} for what is to be sent anyway
     */
    Logged resend(Caller by, Optional<String> key, UUID endpointId, UUID id) {
        endpoints.find(by, endpointId);
        requests.once(
                new IdempotencyKeys.Request(by, key, "webhook_resend", id),
                id,
                ignored -> transactions.write(connection -> {
                    mustBeEnabled(connection, by, endpointId);
                    Delivery delivery = found(DeliveryRows.lock(connection, endpointId, id));
                    if (delivery.state() == DeliveryState.WAITING) {
                        throw Problem.of(ProblemCode.WEBHOOK_DELIVERY_WAITING);
                    }
                    Batch batch = new Batch();
                    DeliveryRows.put(batch, List.of(delivery.again(clock.now())));
                    batch.flush(connection);
                    audit.record(
                            by, "webhook_endpoint.resent", "webhook_endpoint", endpointId, "deliveryId", id.toString());
                    return null;
                }));
        return find(by, endpointId, id);
    }

    private void mustBeEnabled(Connection connection, Caller by, UUID endpointId) throws SQLException {
        if (!endpoints.lock(connection, by, endpointId).enabled()) {
            throw Problem.of(ProblemCode.WEBHOOK_ENDPOINT_DISABLED);
        }
    }

    /** Sends dead letters of a time again, or also what was delivered; all of it or nothing. */
    ResentWebhookDeliveriesResponse resend(
            Caller by, Optional<String> key, UUID endpointId, ResendWebhookDeliveriesRequest request) {
        endpoints.find(by, endpointId);
        if (!request.from().isBefore(request.until())) {
            throw Problem.invalid("/until", "end_before_start");
        }
        Set<DeliveryState> states = request.deliveredToo()
                ? EnumSet.of(DeliveryState.DEAD, DeliveryState.DELIVERED)
                : EnumSet.of(DeliveryState.DEAD);
        AtomicInteger resent = new AtomicInteger();
        IdempotencyKeys.Made made = requests.once(
                new IdempotencyKeys.Request(by, key, "webhook_resend_range", List.of(endpointId, request)),
                endpointId,
                ignored -> resent.set(transactions.write(connection -> {
                    mustBeEnabled(connection, by, endpointId);
                    int count = again(connection, endpointId, states, request);
                    audit.record(
                            by, "webhook_endpoint.resent", "webhook_endpoint", endpointId,
                            "from", request.from().toString(), "until", request.until().toString(),
                            "deliveries", String.valueOf(count));
                    return count;
                })));
        return new ResentWebhookDeliveriesResponse(made.replayed() ? 0 : resent.get(), made.replayed());
    }

    private int again(
            Connection connection, UUID endpointId, Set<DeliveryState> states, ResendWebhookDeliveriesRequest request)
            throws SQLException {
        Instant now = clock.now();
        int all = 0;
        int chunk;
        do {
            chunk = DeliveryRows.again(connection, endpointId, states, kept(request.from()), kept(request.until()), now);
            all += chunk;
        } while (chunk == CHUNK);
        return all;
    }

    /** The moment, or the nearest one that the database can tell. */
    private static Instant kept(Instant moment) {
        if (moment.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return moment.isAfter(LATEST) ? LATEST : moment;
    }

    /** Sends a trial event at once, once, also to an endpoint that is turned off; answers what came of it. */
    Logged attempt(Caller by, UUID endpointId) {
        WebhookEndpoint endpoint = endpoints.find(by, endpointId);
        Delivery trial = Delivery.trial(ids.next(), endpointId, ids.next(), clock.now());
        WebhookMessages.Message message =
                messages.of(new Viewer(Optional.of(endpoint.partnerId())), List.of(trial)).getFirst();
        WebhookLetters.Sent sent = letters.send(endpoint.url(), message, secrets.keys(endpointId));
        DeliveryState end = sent.result().delivered() ? DeliveryState.DELIVERED : DeliveryState.DEAD;
        Delivery done = trial.finished(end, clock.now());
        return transactions.write(connection -> {
            endpoints.lock(connection, by, endpointId);
            Batch batch = new Batch();
            DeliveryRows.put(batch, List.of(done));
            AttemptRows.add(batch, sent.attempt());
            batch.flush(connection);
            audit.record(by, "webhook_endpoint.tested", "webhook_endpoint", endpointId, "state", end.value());
            return new Logged(done, List.of(sent.attempt()));
        });
    }
}
