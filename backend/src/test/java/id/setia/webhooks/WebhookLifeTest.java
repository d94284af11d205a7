package id.setia.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestShop;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An endpoint from its registration to its end. */
@SetiaTest
@Property(name = "setia.webhook.allow", value = "127.0.0.1")
class WebhookLifeTest {

    private static final String ENDPOINTS = "/api/v1/webhook-endpoints";

    @Inject
    TestWebhooks webhooks;

    @Inject
    TestShop shop;

    @Inject
    TestBrowsers browsers;

    private final AtomicReference<Treatment> treatment = new AtomicReference<>(Treatment.TAKE);
    private final HostileReceiver receiver = new HostileReceiver(request -> treatment.get());
    private final WebhookPost post = TestWebhooks.post(SendLimits.USUAL);
    private WebhookSender sender;
    private Browser owner;
    private String path;
    private String endpoint;
    private String secret;
    private UUID member;

    @BeforeEach
    void somebody_registers() {
        owner = webhooks.owner();
        sender = webhooks.sender(post);
        member = shop.member();
        Browser.Answer answer = register(owner, "key-" + UUID.randomUUID());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        endpoint = answer.json().get("endpoint").get("webhookEndpointId").getStringValue();
        secret = answer.text("secret");
        path = ENDPOINTS + "/" + endpoint;
    }

    private Browser.Answer register(Browser by, String key) {
        return by.with("Idempotency-Key", key).post(ENDPOINTS, """
                {"url":"%s","description":"CRM","types":["points.earned","tier.changed"]}""".formatted(receiver.url()));
    }

    @AfterEach
    void it_ends() {
        delete();
        receiver.close();
        post.close();
    }

    private Browser.Answer delete() {
        Browser.Answer deleted =
                owner.with("If-Match", owner.get(path).header("ETag")).delete(path);
        owner.with("If-Match", "");
        return deleted;
    }

    private String happen() {
        String event = webhooks.happen(member, "points.earned", "{\"reason\":\"uji\",\"points\":7,\"name\":\"Budi\"}");
        webhooks.settle();
        return event;
    }

    private void send() {
        TestWebhooks.send(sender);
    }

    private List<JsonNode> deliveries(String query) {
        Browser.Answer page = owner.get(path + "/deliveries" + query);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        page.json().get("items").values().forEach(items::add);
        return items;
    }

    private Browser.Answer change(boolean enabled) {
        return owner.put(path, owner.get(path).header("ETag"), """
                {"url":"%s","description":"CRM","types":["points.earned","tier.changed"],"enabled":%s}"""
                .formatted(receiver.url(), enabled));
    }

    @Test
    void a_delivery_shows_the_body_that_was_sent_and_the_endpoint_when_it_last_delivered() {
        assertThat(owner.get(path).json().get("lastDeliveredAt")).isNull();
        happen();

        send();

        JsonNode delivery = deliveries("").getFirst();
        assertThat(delivery.get("body")).isNull();
        assertThat(owner.get(path + "/deliveries/" + delivery.get("webhookDeliveryId").getStringValue()).text("body"))
                .isEqualTo(receiver.received().getFirst().body());
        assertThat(owner.get(path).text("lastDeliveredAt")).isEqualTo(delivery.get("finishedAt").getStringValue());
    }

    @Test
    void an_event_is_posted_as_the_feed_tells_it_with_no_more_than_its_schema() {
        String event = happen();

        send();

        HostileReceiver.Received request = receiver.received().getFirst();
        assertThat(request.line()).isEqualTo("POST /hooks?from=setia HTTP/1.1");
        assertThat(request.id()).isEqualTo(event);
        assertThat(request.headers()).containsEntry("content-type", "application/json");
        assertThat(request.body())
                .contains("\"id\":\"" + event + "\"", "\"type\":\"points.earned\"", "\"timestamp\":", "\"memberId\":\"mem_")
                .contains("\"data\":{\"reason\":\"uji\",\"points\":7}")
                .doesNotContain("Budi");
        assertThat(owner.get("/api/v1/events?types=points.earned&limit=500").body()).contains(event);
    }

    @Test
    void types_that_are_not_wanted_are_not_sent() {
        webhooks.happen(member, "card.added", "{}");
        webhooks.happen(member, "session.opened", "{}");
        webhooks.settle();

        send();

        assertThat(receiver.received()).isEmpty();
        assertThat(deliveries("")).isEmpty();
    }

    @Test
    void a_new_secret_that_is_asked_for_again_under_its_key_is_the_same_and_the_one_in_use_signs_on() {
        String body = "{\"previousGoodForHours\":24}";
        Browser.Answer rotated = owner.postUnder("rotation", path + "/secrets", body);
        Browser.Answer again = owner.postUnder("rotation", path + "/secrets", body);

        assertThat(rotated.status()).as(rotated.body()).isEqualTo(201);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(rotated.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(owner.get(path).json().get("secrets").size()).as("the one in use and the new one").isEqualTo(2);
        assertThat(owner.post(path + "/secrets", body).text("code")).isEqualTo("idempotency_key_missing");
        assertThat(owner.postUnder("rotation", path + "/secrets", "{\"previousGoodForHours\":1}").text("code"))
                .isEqualTo("idempotency_key_reused");

        owner.postOnce(path + "/secrets", "{\"previousGoodForHours\":0}");
        assertThat(owner.postUnder("rotation", path + "/secrets", body).text("code")).isEqualTo("webhook_secret_not_found");
    }

    @Test
    void while_secrets_change_both_sign_and_afterwards_the_new_one_alone() {
        Browser.Answer rotated = owner.postOnce(path + "/secrets", "{\"previousGoodForHours\":24}");
        assertThat(rotated.status()).as(rotated.body()).isEqualTo(201);
        String next = rotated.text("secret");
        happen();
        send();
        JsonNode secrets = owner.get(path).json().get("secrets");
        assertThat(secrets.size()).isEqualTo(2);
        assertThat(owner.get(path).body()).doesNotContain(next).doesNotContain(secret);

        Browser.Answer ended = owner.delete(path + "/secrets/" + secrets.get(1).get("webhookSecretId").getStringValue());
        happen();
        send();

        assertThat(ended.status()).isEqualTo(204);
        HostileReceiver.Received first = receiver.received().getFirst();
        HostileReceiver.Received second = receiver.received().getLast();
        assertThat(List.of(TestWebhooks.isVerified(first, secret), TestWebhooks.isVerified(first, next)))
                .containsExactly(true, true);
        assertThat(List.of(TestWebhooks.isVerified(second, secret), TestWebhooks.isVerified(second, next)))
                .containsExactly(false, true);
    }

    @Test
    void a_third_secret_ends_the_first_and_the_newest_cannot_be_ended() {
        owner.postOnce(path + "/secrets", "{\"previousGoodForHours\":24}");
        owner.postOnce(path + "/secrets", "{\"previousGoodForHours\":24}");
        JsonNode secrets = owner.get(path).json().get("secrets");

        Browser.Answer refused = owner.delete(path + "/secrets/" + secrets.get(0).get("webhookSecretId").getStringValue());

        assertThat(secrets.size()).isEqualTo(2);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("last_webhook_secret");
    }

    @Test
    void gone_turns_the_endpoint_off_at_once_and_turned_on_again_it_gets_what_waited() {
        treatment.set(Treatment.GONE);
        String event = happen();
        send();
        webhooks.dayPasses(endpoint);
        String missed = happen();
        send();
        assertThat(receiver.received()).hasSize(1);
        assertThat(owner.get(path).text("disabledReason")).isEqualTo("gone");
        treatment.set(Treatment.TAKE);

        Browser.Answer changed = change(true);
        send();

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(deliveries("?state=delivered")).extracting(one -> one.get("eventId").getStringValue())
                .containsExactlyInAnyOrder(event, missed);
    }

    @Test
    void five_days_without_success_turn_the_endpoint_off_and_administrators_are_told() {
        treatment.set(Treatment.REFUSE);
        happen();
        send();
        assertThat(owner.get(path).text("failingSince")).isNotEmpty();
        webhooks.failingSince(endpoint, Duration.ofDays(5));
        webhooks.dayPasses(endpoint);
        long before = webhooks.mails("titik kirim webhook \"CRM\"");

        send();

        assertThat(owner.get(path).text("disabledReason")).isEqualTo("failing");
        assertThat(webhooks.mails("titik kirim webhook \"CRM\"")).isGreaterThan(before);
        Browser.Answer refused = owner.with("Idempotency-Key", "r-" + endpoint)
                .post(path + "/resends", "{\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2090-01-01T00:00:00Z\",\"deliveredToo\":false}");
        assertThat(refused.text("code")).isEqualTo("webhook_endpoint_disabled");
    }

    @Test
    void an_event_is_a_dead_letter_after_ten_attempts_and_can_be_sent_again() {
        treatment.set(Treatment.REFUSE);
        String event = happen();
        for (int attempt = 0; attempt < 12; attempt++) {
            send();
            webhooks.dayPasses(endpoint);
        }
        assertThat(receiver.received()).hasSize(10);
        JsonNode dead = deliveries("?state=dead").getFirst();
        assertThat(dead.get("attempts").size()).isEqualTo(10);
        String delivery = path + "/deliveries/" + dead.get("webhookDeliveryId").getStringValue();
        treatment.set(Treatment.TAKE);

        Browser.Answer resent = owner.with("Idempotency-Key", "again-" + event).post(delivery + "/resend", "");
        Browser.Answer replayed = owner.post(delivery + "/resend", "");
        Browser.Answer twice = owner.with("Idempotency-Key", "again2-" + event).post(delivery + "/resend", "");
        send();

        assertThat(List.of(resent.status(), replayed.status(), twice.status())).containsExactly(202, 202, 409);
        assertThat(twice.text("code")).isEqualTo("webhook_delivery_waiting");
        Browser.Answer done = owner.get(delivery);
        assertThat(done.text("state")).isEqualTo("delivered");
        assertThat(done.json().get("attempts").size()).isEqualTo(11);
        assertThat(receiver.received().getLast().id()).isEqualTo(event);
    }

    @Test
    void the_events_of_a_time_are_sent_again_once_for_one_request() {
        happen();
        happen();
        send();
        String range = "{\"from\":\"-0400-01-01T00:00:00Z\",\"until\":\"+12345-01-01T00:00:00Z\",\"deliveredToo\":true}";

        Browser.Answer first = owner.with("Idempotency-Key", "range-" + endpoint).post(path + "/resends", range);
        Browser.Answer again = owner.post(path + "/resends", range);
        send();

        assertThat(first.json().get("resent").getIntValue()).as(first.body()).isEqualTo(2);
        assertThat(again.json().get("replayed").getBooleanValue()).isTrue();
        assertThat(receiver.received()).hasSize(4);
    }

    @Test
    void a_trial_is_sent_at_once_and_answered_with_what_came_of_it() {
        Browser.Answer good = owner.post(path + "/test", "");
        treatment.set(Treatment.REFUSE);
        Browser.Answer bad = owner.post(path + "/test", "");
        send();

        assertThat(good.status()).as(good.body()).isEqualTo(200);
        assertThat(good.text("state")).isEqualTo("delivered");
        assertThat(bad.text("state")).isEqualTo("dead");
        assertThat(bad.json().get("attempts").get(0).get("status").getIntValue()).isEqualTo(503);
        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().getFirst().body()).contains("webhook.test", endpoint);
        assertThat(TestWebhooks.isVerified(receiver.received().getFirst(), secret)).isTrue();
    }

    @Test
    void a_request_sent_again_makes_no_second_endpoint_and_tells_no_secret() {
        String key = "twice-" + endpoint;
        Browser.Answer first = register(owner, key);
        Browser.Answer again = register(owner, key);
        Browser.Answer other = owner.post(ENDPOINTS, "{\"url\":\"" + receiver.url() + "\",\"description\":\"B\",\"types\":[]}");
        Browser.Answer without = owner.with("Idempotency-Key", "").post(ENDPOINTS, "{\"url\":\"" + receiver.url() + "\",\"description\":\"B\",\"types\":[]}");

        String made = first.json().get("endpoint").get("webhookEndpointId").getStringValue();
        assertThat(again.json().get("endpoint").get("webhookEndpointId").getStringValue()).isEqualTo(made);
        assertThat(first.body()).contains("whsec_");
        assertThat(again.body()).doesNotContain("whsec_");
        assertThat(other.status()).isEqualTo(422);
        assertThat(without.status()).isEqualTo(400);
        owner.with("If-Match", "\"1\"").delete(ENDPOINTS + "/" + made);
        owner.with("If-Match", "");
    }

    @Test
    void addresses_and_types_that_will_not_do_are_refused() {
        for (String url : List.of(
                "http://hooks.example.com/", "ftp://hooks.example.com/", "https://user@hooks.example.com/",
                "https://hooks.example.com:25/", "https://10.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest",
                "https://hooks.example.com/#a", "hooks.example.com", "https:///x", "https://[::ffff:10.0.0.1]/")) {
            Browser.Answer refused = owner.with("Idempotency-Key", "bad-" + url)
                    .post(ENDPOINTS, "{\"url\":\"" + url + "\",\"description\":\"B\",\"types\":[]}");
            assertThat(refused.status()).as(url).isEqualTo(422);
            assertThat(refused.body()).as(url).contains("webhook_url_not_allowed");
        }
        Browser.Answer type = owner.post(ENDPOINTS, "{\"url\":\"https://hooks.example.com/\",\"description\":\"B\",\"types\":[\"x.y\"]}");
        assertThat(type.body()).contains("event_type_unknown");
    }

    @Test
    void a_change_needs_the_version_it_was_made_from_and_turned_off_nothing_is_sent() {
        Browser.Answer stale = owner.put(path, "\"7\"", "{\"url\":\"" + receiver.url() + "\",\"description\":\"B\",\"types\":[],\"enabled\":true}");
        Browser.Answer off = change(false);
        happen();
        send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(off.json().get("enabled").getBooleanValue()).isFalse();
        assertThat(off.header("ETag")).isEqualTo("\"2\"");
        assertThat(receiver.received()).isEmpty();
        change(true);
        send();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void administrators_see_to_all_endpoints_and_other_partners_to_their_own() {
        Browser stranger = webhooks.otherPartner();
        Browser administrator = browsers.staff(Role.ADMINISTRATOR);

        assertThat(administrator.get(path).status()).isEqualTo(200);
        assertThat(administrator.get(ENDPOINTS).body()).contains(endpoint);
        assertThat(stranger.get(ENDPOINTS).body()).doesNotContain(endpoint);
        for (Browser.Answer answer : List.of(
                stranger.get(path), stranger.get(path + "/deliveries"), stranger.post(path + "/test", ""),
                stranger.postOnce(path + "/secrets", "{\"previousGoodForHours\":0}"), stranger.with("If-Match", "\"1\"").delete(path))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(404);
            assertThat(answer.text("code")).isEqualTo("webhook_endpoint_not_found");
        }
    }

    @Test
    void a_deleted_endpoint_is_sent_nothing() {
        happen();

        assertThat(delete().status()).isEqualTo(204);
        send();

        assertThat(receiver.received()).isEmpty();
        assertThat(owner.get(path).status()).isEqualTo(404);
    }
}
