package id.setia.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Feed;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed over HTTP. */
@SetiaTest
class EventFeedTest {

    private static final String PATH = "/api/v1/events";

    @Inject
    TestWebhooks webhooks;

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    Feed feed;

    @Inject
    SystemClock clock;

    @Inject
    Transactions transactions;

    private Browser owner;
    private String from;

    @BeforeEach
    void from_now_on() {
        owner = webhooks.owner();
        webhooks.settle();
        from = EventReads.cursor(feed.last());
    }

    private static Browser.Answer read(Browser by, String after, String more) {
        Browser.Answer answer = by.get(PATH + "?after=" + after + more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<JsonNode> items(Browser.Answer page) {
        List<JsonNode> items = new ArrayList<>();
        page.json().get("items").values().forEach(items::add);
        return items;
    }

    private static List<String> types(Browser.Answer page) {
        return items(page).stream().map(item -> item.get("type").getStringValue()).toList();
    }

    @Test
    void what_happens_is_told_in_its_order_page_by_page_and_again_and_again() {
        TestMembers.TestMember budi = members.join();
        Browser till = browsers.till();
        Browser.Answer purchase = browsers.sell(till, "email", budi.email(), 25_000);
        browsers.takeBack(till, purchase);
        webhooks.settle();

        Browser.Answer all = read(owner, from, "&types=member.joined,purchase.posted,refund.posted");
        Browser.Answer first = read(owner, from, "&types=member.joined,purchase.posted,refund.posted&limit=1");
        Browser.Answer second = read(owner, first.text("next"), "&types=purchase.posted,refund.posted&limit=1");

        assertThat(types(all)).containsExactly("member.joined", "purchase.posted", "refund.posted");
        assertThat(all.json().get("more").getBooleanValue()).isFalse();
        assertThat(types(first)).containsExactly("member.joined");
        assertThat(first.json().get("more").getBooleanValue()).isTrue();
        assertThat(types(second)).containsExactly("purchase.posted");
        JsonNode told = items(all).get(1);
        assertThat(told.get("memberId").getStringValue()).isEqualTo(PublicId.MEMBER.format(budi.id()));
        assertThat(told.get("memberSequence").getLongValue()).isPositive();
        assertThat(told.get("data").get("purchaseId").getStringValue()).isEqualTo(purchase.text("purchaseId"));
        assertThat(told.get("data").get("points").getIntValue()).isEqualTo(25);
        assertThat(all.body()).doesNotContain("Budi").doesNotContain(budi.email());
        assertThat(items(read(owner, all.text("next"), "&types=purchase.posted"))).isEmpty();
        assertThat(items(read(owner, from, "&types=member.joined,purchase.posted,refund.posted"))).hasSize(3);
    }

    @Test
    void another_partner_is_told_of_its_own_stores_and_of_members_who_share() {
        UUID partner = webhooks.anotherPartner();
        Browser theirs = webhooks.system(partner, Scope.EVENTS_READ);
        Browser others = webhooks.otherPartner();
        TestMembers.TestMember joined = members.join();
        UUID shy = joined.id();
        String card = browsers.member(joined.email())
                .get("/api/v1/members/me/cards").json().get("items").get(0).get("number").getStringValue();
        TestMembers.TestMember open = members.join();
        Browser openBrowser = browsers.member(open.email());
        Browser.Answer consented = openBrowser.put(
                "/api/v1/members/me/consents/partner_sharing", "", "{\"given\":true}");
        assertThat(consented.status()).as(consented.body()).isEqualTo(200);
        Browser theirSystem = webhooks.sellerOf(partner);
        Browser.Answer sold = theirSystem.post(
                "/api/v1/purchases",
                TestTills.receipt(TestTills.number(), clock.now(), 30_000, "{\"card\":\"" + card + "\"}"));
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
        webhooks.happen(shy, "points.earned", "{\"reason\":\"x\",\"points\":1}");
        webhooks.happen(open.id(), "points.earned", "{\"reason\":\"x\",\"points\":2}");
        webhooks.happen(open.id(), "card.added", "{}");
        webhooks.settle();

        Browser.Answer own = read(theirs, from, "&limit=500");
        Browser.Answer foreign = read(others, from, "&limit=500");

        assertThat(own.body()).contains(sold.text("purchaseId")).contains("\"points\":2");
        assertThat(items(own))
                .filteredOn(event -> event.get("type").getStringValue().equals("purchase.posted"))
                .extracting(event -> event.get("memberId").getStringValue())
                .as("the member whom the answer to the sale names")
                .containsExactly(sold.text("memberId"));
        assertThat(items(own)).noneMatch(event -> event.get("type").getStringValue().equals("card.added"));
        assertThat(items(own)).noneMatch(event -> event.get("type").getStringValue().equals("points.earned")
                && event.get("memberId").getStringValue().equals(PublicId.MEMBER.format(shy)));
        assertThat(foreign.body()).doesNotContain(sold.text("purchaseId")).contains("\"points\":2");
        assertThat(read(owner, from, "&limit=500").body()).contains("card.added", sold.text("purchaseId"));

        openBrowser.put("/api/v1/members/me/consents/partner_sharing", "", "{\"given\":false}");
        assertThat(read(others, from, "&limit=500&types=points.earned").json().get("items").size()).isZero();
    }

    @Test
    void what_is_not_told_outside_is_told_to_nobody() {
        UUID member = shop.member();
        webhooks.happen(member, "session.opened", "{\"newDevice\":true}");
        webhooks.settle();

        assertThat(read(owner, from, "").body()).doesNotContain("session.opened");
        assertThat(owner.get(PATH + "?types=session.opened").status()).isEqualTo(422);
    }

    @Test
    void a_position_of_more_than_ninety_days_ago_is_gone_and_one_of_nowhere_is_refused() {
        UUID member = shop.member();
        webhooks.happen(member, "points.earned", "{\"reason\":\"x\",\"points\":1}");
        webhooks.settle();
        long position = feed.last();
        Instant recorded = feed.recordedAt(position).orElseThrow();
        date(position, clock.now().minus(Duration.ofDays(91)));
        try {
            Browser.Answer gone = owner.get(PATH + "?after=" + EventReads.cursor(position - 1));

            assertThat(gone.status()).isEqualTo(410);
            assertThat(gone.text("code")).isEqualTo("events_gone");
        } finally {
            date(position, recorded);
        }
        for (String nowhere : List.of("x", "%20", EventReads.cursor(feed.last() + 1_000_000), EventReads.cursor(-5), "ZXY6", "%F0%9F%98%80")) {
            Browser.Answer refused = owner.get(PATH + "?after=" + nowhere);
            assertThat(refused.status()).as(nowhere).isEqualTo(422);
            assertThat(refused.fieldCodes()).containsEntry("/after", "cursor_unknown");
        }
    }

    private void date(long position, Instant moment) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE feed SET recorded_at = ? WHERE position = ?")) {
                update.setObject(1, Sql.time(moment));
                update.setLong(2, position);
                return update.executeUpdate();
            }
        });
    }

    @Test
    void administrators_read_events_other_staff_do_not_and_no_till_is_given_the_scope() {
        assertThat(browsers.staff(Role.ADMINISTRATOR).get(PATH + "?limit=1").status()).isEqualTo(200);
        assertThat(browsers.staff(Role.MARKETER).get(PATH).status()).isEqualTo(403);
        Browser.Answer till = browsers.staff(Role.ADMINISTRATOR).post("/api/v1/api-clients", """
                {"terminalId":"%s","name":"Kasir","scopes":["events:read"]}""".formatted(webhooks.till()));
        assertThat(till.fieldCodes()).as(till.body()).containsEntry("/scopes", "scope_not_for_tills");
        assertThat(webhooks.system(shop.store().partnerId(), Scope.PURCHASES_READ).get(PATH).text("code"))
                .isEqualTo("insufficient_scope");
    }

    @Test
    void every_type_is_listed_with_the_schema_of_what_it_tells() {
        Browser.Answer types = owner.get("/api/v1/event-types");

        assertThat(types.json().get("items").size()).isEqualTo(EventType.values().length);
        JsonNode posted = types.json().get("items").get(0);
        assertThat(posted.get("type").getStringValue()).isEqualTo("purchase.posted");
        assertThat(posted.get("audience").getStringValue()).isEqualTo("sharing");
        assertThat(posted.get("dataSchema").get("properties").get("points").get("type").getStringValue()).isEqualTo("integer");
        assertThat(posted.get("dataSchema").get("required").values()).extracting(JsonNode::getStringValue)
                .containsExactly("purchaseId", "points");
    }
}
