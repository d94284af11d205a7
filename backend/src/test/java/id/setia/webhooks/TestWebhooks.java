package id.setia.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Leases;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.TestFeed;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.partners.ApiClients;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.testing.Browser;
import id.setia.testing.TestLeases;
import id.setia.testing.TestShop;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.netty.handler.ssl.SslContextBuilder;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLException;

/** Webhooks when a test says so: events, senders with little patience, and time that passes for an endpoint. */
@Singleton
class TestWebhooks {

    static final SendLimits LITTLE_PATIENCE = patience(Duration.ofSeconds(1));

    private final TestShop shop;
    private final TestFeed feed;
    private final TestLeases testLeases;
    private final CourierDesk desk;
    private final Leases leases;
    private final Outbox outbox;
    private final ApiClients clients;
    private final PartnerDirectory partners;
    private final Transactions transactions;
    private final BusinessClock businessClock;
    private final SystemClock clock;
    private final IdMaker ids;
    private final EmbeddedServer server;
    private final JsonMapper mapper;

    TestWebhooks(
            TestShop shop,
            TestFeed feed,
            TestLeases testLeases,
            CourierDesk desk,
            Leases leases,
            Outbox outbox,
            ApiClients clients,
            PartnerDirectory partners,
            Transactions transactions,
            BusinessClock businessClock,
            SystemClock clock,
            IdMaker ids,
            EmbeddedServer server,
            JsonMapper mapper) {
        this.shop = shop;
        this.feed = feed;
        this.testLeases = testLeases;
        this.desk = desk;
        this.leases = leases;
        this.outbox = outbox;
        this.clients = clients;
        this.partners = partners;
        this.transactions = transactions;
        this.businessClock = businessClock;
        this.clock = clock;
        this.ids = ids;
        this.server = server;
        this.mapper = mapper;
    }

    /** A system of a partner with a token. */
    Browser system(UUID partnerId, Scope... scopes) {
        return client(partnerId, Optional.empty(), EnumSet.copyOf(Set.of(scopes)));
    }

    private Browser client(UUID partnerId, Optional<UUID> terminalId, Set<Scope> scopes) {
        var issued = clients.create(
                new Caller.Stranger(), "sistem-" + ids.next(), partnerId, terminalId, "Sistem", scopes);
        Browser system = new Browser(server, mapper);
        Browser.Answer token = system.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + issued.clientKey() + "&client_secret=" + issued.secret());
        return system.with("Authorization", "Bearer " + token.text("access_token"));
    }

    /** A system of the programme's owner that sees to webhooks and events. */
    Browser owner() {
        shop.open();
        return system(shop.store().partnerId(), Scope.WEBHOOKS_READ, Scope.WEBHOOKS_WRITE, Scope.EVENTS_READ);
    }

    /** A system of a partner that does not own the programme. */
    Browser otherPartner() {
        return system(anotherPartner(), Scope.WEBHOOKS_READ, Scope.WEBHOOKS_WRITE, Scope.EVENTS_READ);
    }

    UUID anotherPartner() {
        shop.open();
        return partners.createPartner(
                        new Caller.Stranger(), "mitra-" + ids.next().toString().substring(24), "Kopi Sebelah", false)
                .id();
    }

    /** A till of a new store of a partner. */
    Browser sellerOf(UUID partnerId) {
        String code = ids.next().toString().substring(24);
        Store store = partners.createStore(
                new Caller.Stranger(), partnerId, code, "Kopi Sebelah", ZoneId.of("Asia/Jakarta"), "Jakarta");
        Terminal till = partners.createTerminal(new Caller.Stranger(), store.id(), code);
        return client(partnerId, Optional.of(till.id()), EnumSet.of(Scope.PURCHASES_WRITE));
    }

    /** A new till of the shop. */
    String till() {
        String code = ids.next().toString().substring(24);
        return PublicId.TERMINAL.format(partners.createTerminal(new Caller.Stranger(), shop.store().id(), code).id());
    }

    /** How many mails with a text are in the queue. */
    long mails(String text) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(id) FROM message WHERE body LIKE ?")) {
                select.setString(1, "%" + text + "%");
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Something happens to a member; answers the event's public id. */
    String happen(UUID memberId, String type, String payload) {
        UUID id = ids.next();
        outbox.write(new Event(id, Optional.of(memberId), 0, type, 1, payload, businessClock.now(), clock.now()));
        return PublicId.EVENT.format(id);
    }

    /** What happened so far is in the feed. */
    void settle() {
        feed.move();
    }

    /** A sender of a node of its own. */
    WebhookSender sender(WebhookPost post) {
        return new WebhookSender(desk, new WebhookLetters(post, clock), leases, ids);
    }

    /** As usual, but for how long all may take. */
    static SendLimits patience(Duration whole) {
        return new SendLimits(Duration.ofSeconds(5), Duration.ofSeconds(2), whole, 16 * 1024);
    }

    /** Posts to this machine. */
    static WebhookPost post(SendLimits limits) {
        try {
            return new WebhookPost(
                    new AllowedTargets("127.0.0.1"), new SystemLookup(), SslContextBuilder.forClient().build(), limits);
        } catch (SSLException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Sends everything that is due. */
    static void send(WebhookSender sender) {
        for (Thread courier : sender.begin()) {
            join(courier);
        }
    }

    static void join(Thread courier) {
        try {
            courier.join();
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    /** A day passes for an endpoint: what waits is due. */
    void dayPasses(String endpointId) {
        change(
                "UPDATE webhook_delivery SET next_attempt_at = ? WHERE endpoint_id = ? AND state = 'waiting'",
                clock.now().minusSeconds(1), endpointId);
        change("UPDATE webhook_progress SET paused_until = ? WHERE endpoint_id = ?", Instant.EPOCH, endpointId);
    }

    /** Nothing was delivered to an endpoint since so long ago. */
    void failingSince(String endpointId, Duration ago) {
        change("UPDATE webhook_progress SET failing_since = ? WHERE endpoint_id = ?", clock.now().minus(ago), endpointId);
    }

    /** The node that sends for the endpoint is dead: its lease has ended. */
    void leaseEnds(String endpointId) {
        testLeases.free(WebhookSender.leaseName(id(endpointId)));
    }

    private void change(String statement, Instant moment, String endpointId) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(statement)) {
                update.setObject(1, Sql.time(moment));
                update.setBytes(2, UuidBytes.of(id(endpointId)));
                return update.executeUpdate();
            }
        });
    }

    static UUID id(String endpointId) {
        return PublicId.WEBHOOK_ENDPOINT.parse(endpointId).orElseThrow();
    }

    /** Whether the library that receivers use takes the request for ours. */
    static boolean isVerified(HostileReceiver.Received request, String secret) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        try {
            new Webhook(secret).verify(request.body(), headers);
            return true;
        } catch (WebhookVerificationException forged) {
            return false;
        } catch (Exception unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
