package id.setia.webhooks;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.Feed;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.TextLine;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.PartnerState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The door to endpoints: administrators see to all, a partner's system to those of its partner. */
@Singleton
class WebhookEndpoints {

    static final int MOST = 20;

    private static final int LONGEST_DESCRIPTION = 120;

    private final AllowedTargets allowed;
    private final WebhookSecrets secrets;
    private final PartnerDirectory partners;
    private final IdempotencyKeys requests;
    private final Feed feed;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    WebhookEndpoints(
            AllowedTargets allowed,
            WebhookSecrets secrets,
            PartnerDirectory partners,
            IdempotencyKeys requests,
            Feed feed,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.allowed = allowed;
        this.secrets = secrets;
        this.partners = partners;
        this.requests = requests;
        this.feed = feed;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * An endpoint that was registered.
     *
     * @param secret empty when the request had been sent before
     */
    record Registered(UUID id, Optional<String> secret) {}

    /** Those the caller may see, or of them those of a partner. */
    List<WebhookEndpoint> list(Caller caller, Optional<UUID> partnerId) {
        Optional<UUID> own = own(caller);
        if (own.isPresent() && partnerId.isPresent() && !own.equals(partnerId)) {
            return List.of();
        }
        return transactions.read(connection -> EndpointRows.all(connection, own.or(() -> partnerId)));
    }

    /** @throws Problem {@code webhook_endpoint_not_found} also for one the caller may not see */
    WebhookEndpoint find(Caller caller, UUID id) {
        Optional<UUID> own = own(caller);
        return seen(own, transactions.read(connection -> EndpointRows.find(connection, id)));
    }

    /** The endpoint, which nobody else changes until the running transaction ends. */
    WebhookEndpoint lock(Connection connection, Caller caller, UUID id) throws SQLException {
        Optional<UUID> own = own(caller);
        return seen(own, EndpointRows.lock(connection, id));
    }

    private static WebhookEndpoint seen(Optional<UUID> own, Optional<WebhookEndpoint> found) {
        return found.filter(endpoint -> own.isEmpty() || own.get().equals(endpoint.partnerId()))
                .orElseThrow(() -> Problem.of(ProblemCode.WEBHOOK_ENDPOINT_NOT_FOUND));
    }

    /** The partner whose endpoints a caller sees to; empty for all. */
    private static Optional<UUID> own(Caller caller) {
        return switch (caller) {
            case Caller.SignedInStaff staff -> Optional.empty();
            case Caller.ApiClient client -> Optional.of(client.partnerId());
            case Caller.SignedInMember member -> throw Problem.of(ProblemCode.FORBIDDEN);
            case Caller.Stranger stranger -> throw Problem.of(ProblemCode.FORBIDDEN);
        };
    }

    /**
     * Registers an endpoint with its first secret. It is sent what happens from now on.
     *
     * @throws Problem {@code validation_failed}, {@code too_many_webhook_endpoints}, {@code idempotency_key_missing}
     */
    Registered register(Caller by, Optional<String> key, CreateWebhookEndpointRequest request) {
        UUID partnerId = partner(by, Optional.ofNullable(request.partnerId()));
        TypeFilter types = checked(request.url(), request.description(), request.types());
        AtomicReference<String> secret = new AtomicReference<>();
        IdempotencyKeys.Made made = requests.once(
                new IdempotencyKeys.Request(by, key, "webhook_endpoint", request),
                ids.next(),
                id -> secret.set(register(by, id, partnerId, request, types)));
        return new Registered(made.resourceId(), made.replayed() ? Optional.empty() : Optional.of(secret.get()));
    }

    private UUID partner(Caller by, Optional<String> asked) {
        Optional<UUID> named = asked.map(text ->
                PublicId.PARTNER.parse(text).orElseThrow(() -> Problem.invalid("/partnerId", "partner_unknown")));
        UUID partnerId = own(by).or(() -> named).orElseGet(() -> partners.owner().id());
        Partner partner = partners.partner(partnerId)
                .filter(known -> named.isEmpty() || named.get().equals(known.id()))
                .orElseThrow(() -> Problem.invalid("/partnerId", "partner_unknown"));
        if (partner.state() == PartnerState.ENDED) {
            throw Problem.invalid("/partnerId", "partner_ended");
        }
        return partnerId;
    }

    private TypeFilter checked(String url, String description, List<String> types) {
        new Objections()
                .unless(WebhookAddress.parse(url).filter(allowed::mayBe).isPresent(), "/url", "webhook_url_not_allowed")
                .add(TextLine.objection("/description", description, LONGEST_DESCRIPTION))
                .refuse();
        return TypeFilter.of("/types", types);
    }

    private String register(
            Caller by, UUID id, UUID partnerId, CreateWebhookEndpointRequest request, TypeFilter types) {
        return transactions.write(connection -> {
            if (EndpointRows.all(connection, Optional.of(partnerId)).size() >= MOST) {
                throw Problem.of(ProblemCode.TOO_MANY_WEBHOOK_ENDPOINTS, MOST);
            }
            EndpointRows.insert(
                    connection,
                    new WebhookEndpoint(
                            id, partnerId, request.url(), TextLine.normal(request.description()), types,
                            EndpointState.ENABLED, Optional.empty(), Optional.empty(), clock.now(), new Version(1)));
            ProgressRows.insert(connection, EndpointProgress.from(id, feed.last()));
            audit.record(
                    by, "webhook_endpoint.created", "webhook_endpoint", id,
                    "partnerId", partnerId.toString(), "url", request.url(), "types", types.kept());
            return secrets.first(connection, id).text();
        });
    }

    /** @throws Problem {@code changed_meanwhile}, {@code validation_failed} */
    WebhookEndpoint change(Caller by, UUID id, Version seen, ChangeWebhookEndpointRequest request) {
        find(by, id);
        TypeFilter types = checked(request.url(), request.description(), request.types());
        return transactions.write(connection -> {
            WebhookEndpoint present = lock(connection, by, id);
            seen.mustBe(present.version().number());
            WebhookEndpoint changed = switched(
                    connection,
                    present.written(request.url(), TextLine.normal(request.description()), types),
                    request.enabled());
            WebhookEndpoint kept = changed.at(new Version(seen.number() + 1));
            EndpointRows.update(connection, kept);
            audit.record(
                    by, "webhook_endpoint.changed", "webhook_endpoint", id,
                    "url", kept.url(), "types", types.kept(), "state", kept.state().value());
            return kept;
        });
    }

    /** Who is let go on begins anew: what waits is due at once. */
    private WebhookEndpoint switched(Connection connection, WebhookEndpoint endpoint, boolean enabled) throws SQLException {
        Instant now = clock.now();
        if (endpoint.enabled() == enabled) {
            return endpoint;
        }
        if (!enabled) {
            return endpoint.disabled(DisabledReason.ASKED, now);
        }
        EndpointProgress progress = ProgressRows.find(connection, endpoint.id()).orElseThrow();
        ProgressRows.update(connection, progress.delivered());
        DeliveryRows.hasten(connection, endpoint.id(), now);
        return endpoint.enabledAgain();
    }

    /** Takes an endpoint away, with what waits for it and its log. */
    void delete(Caller by, UUID id, Version seen) {
        transactions.write(connection -> {
            seen.mustBe(lock(connection, by, id).version().number());
            EndpointRows.delete(connection, id);
            SecretRows.deleteAll(connection, id);
            ProgressRows.delete(connection, id);
            audit.record(by, "webhook_endpoint.deleted", "webhook_endpoint", id);
            return null;
        });
        boolean more;
        do {
            more = transactions.write(connection -> DeliveryRows.deleteOf(connection, id));
        } while (more);
    }

    /**
     * Gives an endpoint a new secret; the one before signs beside it for a while. Whoever asks again under the same key is told
     * the same secret, for the answer may have been lost and with it the only one that signs.
     *
     * @throws Problem {@code idempotency_key_missing}; {@code webhook_secret_not_found} to who asks again when it signs no more
     */
    WebhookSecrets.Made rotate(Caller by, Optional<String> key, UUID id, Duration overlap) {
        find(by, id);
        IdempotencyKeys.Made made = requests.once(
                new IdempotencyKeys.Request(by, key, "webhook_secret", List.of(id, overlap.toString())),
                ids.next(),
                secretId -> transactions.write(connection -> {
                    lock(connection, by, id);
                    secrets.another(connection, id, secretId, overlap);
                    audit.record(
                            by, "webhook_endpoint.secret_rotated", "webhook_endpoint", id,
                            "secretId", secretId.toString(), "overlap", overlap.toString());
                    return null;
                }));
        return transactions.read(connection -> secrets.made(connection, id, made.resourceId()));
    }

    /** @throws Problem {@code webhook_secret_not_found}, {@code last_webhook_secret} */
    void endSecret(Caller by, UUID id, UUID secretId) {
        transactions.write(connection -> {
            lock(connection, by, id);
            secrets.end(connection, id, secretId);
            audit.record(
                    by, "webhook_endpoint.secret_ended", "webhook_endpoint", id, "secretId", secretId.toString());
            return null;
        });
    }
}
