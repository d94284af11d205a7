package id.setia.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sender against receivers that mean no good. */
@SetiaTest
@Property(name = "setia.webhook.allow", value = "127.0.0.1")
class WebhookFaultsTest {

    private static final String PATH = "/api/v1/webhook-endpoints/";
    private static final int MEMBERS = 5;
    private static final int EVENTS_EACH = 6;
    private static final long SEED = Long.getLong("setia.test.seed", 20_261_128);

    @Inject
    TestWebhooks webhooks;

    @Inject
    TestShop shop;

    private final WebhookPost post = TestWebhooks.post(TestWebhooks.LITTLE_PATIENCE);
    private final WebhookPost patient = TestWebhooks.post(TestWebhooks.patience(Duration.ofSeconds(5)));
    private Browser owner;
    private String endpoint;
    private String secret;

    @AfterEach
    void the_endpoint_is_taken_away() {
        post.close();
        patient.close();
        if (endpoint != null) {
            owner.with("If-Match", owner.get(PATH + endpoint).header("ETag")).delete(PATH + endpoint);
            owner.with("If-Match", "");
        }
    }

    private void register(HostileReceiver receiver) {
        owner = webhooks.owner();
        Browser.Answer answer = owner.with("Idempotency-Key", "new-" + UUID.randomUUID())
                .post("/api/v1/webhook-endpoints", """
                        {"url":"%s","description":"Uji","types":["points.earned"]}""".formatted(receiver.url()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        endpoint = answer.json().get("endpoint").get("webhookEndpointId").getStringValue();
        secret = answer.text("secret");
    }

    private Map<String, List<String>> happen(int members, int each) {
        Map<String, List<String>> events = new HashMap<>();
        List<UUID> all = IntStream.range(0, members).mapToObj(number -> shop.member()).toList();
        for (int number = 1; number <= each; number++) {
            for (UUID member : all) {
                events.computeIfAbsent(member.toString(), ignored -> new ArrayList<>())
                        .add(webhooks.happen(member, "points.earned", "{\"reason\":\"uji\",\"points\":" + number + "}"));
            }
        }
        webhooks.settle();
        return events;
    }

    private List<String> deliveries(String state) {
        return events(owner.get(PATH + endpoint + "/deliveries?limit=100&state=" + state));
    }

    private static List<String> events(Browser.Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        List<String> events = new ArrayList<>();
        page.json().get("items").values().forEach(item -> events.add(item.get("eventId").getStringValue()));
        return events;
    }

    @Test
    void each_event_arrives_at_least_once_or_is_a_dead_letter_and_those_of_a_member_come_in_their_order() {
        Set<String> cursed = ConcurrentHashMap.newKeySet();
        Random random = new Random(SEED);
        List<Treatment> bad = List.copyOf(EnumSet.complementOf(EnumSet.of(Treatment.TAKE, Treatment.GONE)));
        try (HostileReceiver receiver = new HostileReceiver(request -> {
            synchronized (random) {
                if (cursed.contains(request.id())) {
                    return Treatment.REFUSE;
                }
                return random.nextInt(3) == 0 ? Treatment.TAKE : bad.get(random.nextInt(bad.size()));
            }
        })) {
            register(receiver);
            Map<String, List<String>> events = happen(MEMBERS, EVENTS_EACH);
            cursed.add(events.values().iterator().next().get(2));
            WebhookSender sender = webhooks.sender(post);

            int days = 0;
            do {
                TestWebhooks.send(sender);
                webhooks.dayPasses(endpoint);
            } while (!deliveries("waiting").isEmpty() && ++days < 400);

            List<String> delivered = deliveries("delivered");
            List<String> dead = deliveries("dead");
            assertThat(delivered).hasSizeGreaterThan(MEMBERS * EVENTS_EACH / 2);
            assertThat(dead).containsAll(cursed);
            List<String> all = new ArrayList<>(delivered);
            all.addAll(dead);
            assertThat(all).containsExactlyInAnyOrderElementsOf(
                    events.values().stream().flatMap(List::stream).toList());
            assertThat(receiver.received()).allMatch(request -> TestWebhooks.isVerified(request, secret));
            assertThat(taken(receiver)).containsAll(delivered);
            events.values().forEach(member -> assertOneAfterTheOther(receiver, member, dead));
        }
    }

    private static Set<String> taken(HostileReceiver receiver) {
        return receiver.treated().stream()
                .filter(one -> one.treatment() == Treatment.TAKE || one.treatment() == Treatment.RAMBLE)
                .map(one -> one.request().id())
                .collect(Collectors.toSet());
    }

    /** No event was sent before the one before it was taken, or sent for the last time. */
    private static void assertOneAfterTheOther(HostileReceiver receiver, List<String> events, List<String> dead) {
        for (int number = 1; number < events.size(); number++) {
            List<Integer> before = places(receiver, events.get(number - 1));
            List<Integer> after = places(receiver, events.get(number));
            assertThat(before.getLast()).isLessThan(after.getFirst());
        }
    }

    private static List<Integer> places(HostileReceiver receiver, String event) {
        return receiver.treated().stream()
                .filter(one -> one.request().id().equals(event))
                .map(HostileReceiver.Treated::place)
                .toList();
    }

    @Test
    void no_redirect_is_followed_and_every_fault_stands_in_the_log_without_personal_data() {
        Map<Treatment, String> failures = Map.of(
                Treatment.REDIRECT, "refused", Treatment.REFUSE, "refused", Treatment.TAKE_SILENTLY, "connection_closed",
                Treatment.TRUNCATE, "connection_closed", Treatment.HANG, "timed_out", Treatment.DRIP, "timed_out",
                Treatment.RAMBLE_IN_HEADERS, "answer_malformed", Treatment.BABBLE, "answer_malformed");
        for (Map.Entry<Treatment, String> fault : failures.entrySet()) {
            try (HostileReceiver receiver = new HostileReceiver(request -> fault.getKey())) {
                register(receiver);
                happen(1, 1);

                TestWebhooks.send(webhooks.sender(post));

                Browser.Answer log = owner.get(PATH + endpoint + "/deliveries");
                var attempt = log.json().get("items").get(0).get("attempts").get(0);
                assertThat(attempt.get("failure").getStringValue()).as(fault.getKey().name()).isEqualTo(fault.getValue());
                assertThat(log.body()).doesNotContain("budi@example.com").doesNotContain("0812-3456");
                assertThat(receiver.received()).hasSize(1);
                the_endpoint_is_taken_away_but_the_post();
            }
        }
        endpoint = null;
    }

    private void the_endpoint_is_taken_away_but_the_post() {
        owner.with("If-Match", owner.get(PATH + endpoint).header("ETag")).delete(PATH + endpoint);
        owner.with("If-Match", "");
    }

    @Test
    void an_answer_that_never_ends_counts_by_its_status_and_is_read_no_further_than_needed() {
        try (HostileReceiver receiver = new HostileReceiver(request -> Treatment.RAMBLE)) {
            register(receiver);
            happen(1, 1);

            TestWebhooks.send(webhooks.sender(patient));

            Browser.Answer log = owner.get(PATH + endpoint + "/deliveries");
            assertThat(deliveries("delivered")).hasSize(1);
            assertThat(log.json().get("items").get(0).get("attempts").get(0).get("answer").getStringValue()).hasSize(200);
        }
    }

    @Test
    void a_member_whose_event_hangs_holds_up_nobody_else() {
        Set<String> hanging = ConcurrentHashMap.newKeySet();
        try (HostileReceiver receiver = new HostileReceiver(
                request -> hanging.contains(request.id()) ? Treatment.HANG : Treatment.TAKE)) {
            register(receiver);
            Map<String, List<String>> events = happen(3, 3);
            List<String> stuck = events.values().iterator().next();
            hanging.add(stuck.getFirst());

            TestWebhooks.send(webhooks.sender(patient));

            assertThat(deliveries("waiting")).containsExactlyInAnyOrderElementsOf(stuck);
            assertThat(deliveries("delivered")).hasSize(6);
            assertThat(places(receiver, stuck.get(1))).isEmpty();
        }
    }

    @Test
    void when_a_sender_dies_with_an_event_in_its_hands_another_sends_it_and_the_first_writes_nothing_more() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch died = new CountDownLatch(1);
        try (HostileReceiver receiver = new HostileReceiver(request -> {
            if (arrived.getCount() > 0) {
                arrived.countDown();
                awaitDeath(died);
            }
            return Treatment.TAKE;
        })) {
            register(receiver);
            List<String> events = happen(1, 3).values().iterator().next();
            WebhookPost usual = TestWebhooks.post(SendLimits.USUAL);
            List<Thread> first = webhooks.sender(usual).begin();
            arrived.await();

            webhooks.leaseEnds(endpoint);
            TestWebhooks.send(webhooks.sender(patient));
            died.countDown();
            first.forEach(TestWebhooks::join);
            usual.close();

            assertThat(deliveries("delivered")).containsExactlyInAnyOrderElementsOf(events);
            assertThat(places(receiver, events.getFirst())).hasSize(2);
            Browser.Answer log = owner.get(PATH + endpoint + "/deliveries");
            log.json().get("items").values().forEach(item -> assertThat(item.get("attempts").size()).isEqualTo(1));
        }
    }

    private static void awaitDeath(CountDownLatch died) {
        try {
            died.await();
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    @Test
    void of_two_senders_one_sends() {
        try (HostileReceiver receiver = new HostileReceiver(request -> Treatment.TAKE)) {
            register(receiver);
            happen(4, 4);
            List<Thread> couriers = new ArrayList<>(webhooks.sender(patient).begin());
            couriers.addAll(webhooks.sender(patient).begin());

            couriers.forEach(TestWebhooks::join);

            assertThat(deliveries("delivered")).hasSize(16);
            assertThat(receiver.received()).hasSize(16);
        }
    }
}
