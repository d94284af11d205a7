package id.setia.faults;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A receiver of webhooks that outlives the servers; it may keep those who send waiting until they are dead. */
final class Hooks implements AutoCloseable {

    private static final String TYPES = "points.adjusted,hold.created";
    private static final int PAGE = 500;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final long LONGEST_NANOS = 120L * 1_000_000_000;

    private final Shop shop;
    private final Journal journal;
    private final Report report;
    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> taken = new LinkedHashMap<>();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private final AtomicInteger again = new AtomicInteger();
    private final Webhook secret;
    private volatile boolean keeping;

    private Hooks(Shop shop, Journal journal, Report report) throws IOException {
        this.shop = shop;
        this.journal = journal;
        this.report = report;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(hands);
        server.start();
        this.secret = secret(register());
    }

    private static Webhook secret(String text) {
        try {
            return new Webhook(text);
        } catch (EmptyWebhookSecretException none) {
            throw new IllegalStateException(none);
        }
    }

    /** Opens one and has events sent to it from now on. */
    static Hooks open(Shop shop, Journal journal, Report report) throws IOException {
        return new Hooks(shop, journal, report);
    }

    private String register() {
        return shop.administrator()
                .once("/api/v1/webhook-endpoints", """
                        {"url":"http://127.0.0.1:%d/","description":"Uji","types":["%s"]}"""
                        .formatted(server.getAddress().getPort(), TYPES.replace(",", "\",\"")))
                .require(201)
                .text("secret");
    }

    private void receive(HttpExchange exchange) throws IOException {
        String event = exchange.getRequestHeaders().getFirst("webhook-id");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        verify(exchange, body);
        if (isKept(event)) {
            exchange.close();
            return;
        }
        take(event);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void verify(HttpExchange exchange, String body) {
        try {
            secret.verify(body, exchange.getRequestHeaders());
        } catch (WebhookVerificationException forged) {
            report.violation("a webhook is not signed: " + body);
        } catch (Exception unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** Whether the event was held back until nobody waited for an answer any more. */
    private boolean isKept(String event) {
        if (!keeping) {
            return false;
        }
        inHand.add(event);
        while (keeping) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    private synchronized void take(String event) {
        if (taken.putIfAbsent(event, taken.size()) != null) {
            again.incrementAndGet();
        }
    }

    /**
     * From now on nothing is answered; comes back when an event is in hand.
     *
     * @return whether one came within the time
     */
    boolean keep(long seconds) {
        keeping = true;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (inHand.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return !inHand.isEmpty();
    }

    /** Those who sent what is in hand are dead: it was never taken, and what comes from now on is. */
    void letGo() {
        dropped.addAll(inHand);
        inHand.clear();
        keeping = false;
    }

    /** Waits until an event of each acknowledged act has come; those of a member came first in their order. */
    void check() {
        long acts = journal.done(Act.Kind.ADJUSTMENT) + journal.done(Act.Kind.HOLD);
        long until = System.nanoTime() + LONGEST_NANOS;
        Map<String, List<String>> happened = happened();
        while (count(happened) < acts || !missing(happened).isEmpty()) {
            if (System.nanoTime() > until) {
                report.violation("of %,d acts %,d are in the feed, and the events of %,d never came by webhook"
                        .formatted(acts, count(happened), missing(happened).size()));
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            happened = happened();
        }
        happened.forEach(this::checkOrder);
        report.line(
                "events by webhook", "%,d, all came; %,d came again; in hand when their server was killed: %,d", count(happened),
                again.get(), dropped.size());
    }

    private static long count(Map<String, List<String>> happened) {
        return happened.values().stream().mapToLong(List::size).sum();
    }

    private synchronized List<String> missing(Map<String, List<String>> happened) {
        return happened.values().stream().flatMap(List::stream).filter(event -> !taken.containsKey(event)).toList();
    }

    private synchronized void checkOrder(String member, List<String> events) {
        for (int number = 1; number < events.size(); number++) {
            if (taken.get(events.get(number)) < taken.get(events.get(number - 1))) {
                report.violation("of member " + member + " " + events.get(number) + " came before " + events.get(number - 1));
            }
        }
    }

    /** The events that are sent, by the member they happened to, in their order. */
    private Map<String, List<String>> happened() {
        Map<String, List<String>> happened = new LinkedHashMap<>();
        String after = "";
        JsonNode page;
        do {
            Reply reply = shop.administrator()
                    .get("/api/v1/events?limit=" + PAGE + "&types=" + TYPES + (after.isEmpty() ? "" : "&after=" + after))
                    .require(200);
            page = reply.json().get("items");
            page.values().forEach(event -> happened
                    .computeIfAbsent(event.get("memberId").getStringValue(), ignored -> new ArrayList<>())
                    .add(event.get("id").getStringValue()));
            after = reply.text("next");
        } while (page.size() > 0);
        return happened;
    }

    @Override
    public void close() {
        keeping = false;
        server.stop(0);
        hands.shutdownNow();
    }
}
