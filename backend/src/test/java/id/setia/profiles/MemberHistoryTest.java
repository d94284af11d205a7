package id.setia.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Scope;
import id.setia.audiences.Audience;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.offers.NewOffer;
import id.setia.offers.Offer;
import id.setia.offers.Offers;
import id.setia.partners.Partner;
import id.setia.partners.Store;
import id.setia.profiles.People.Person;
import id.setia.testing.Browser;
import id.setia.testing.Browser.Answer;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import id.setia.testing.TestShop;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class MemberHistoryTest {

    @Inject
    TestShop shop;

    @Inject
    People people;

    @Inject
    Offers offers;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @BeforeEach
    void openShop() {
        shop.open();
    }

    @Test
    void purchases_show_in_activity_in_the_list_of_purchases_and_in_the_standing() {
        Person budi = people.member("Budi");
        postPurchases(budi, "A-1", "A-2", "A-3");
        Browser browser = people.browserOf(budi);

        Answer first = browser.get("/api/v1/members/me/activity?limit=2");
        Answer second = browser.get("/api/v1/members/me/activity?limit=2&cursor=" + first.text("nextCursor"));
        JsonNode latest = first.json().get("items").get(0);

        assertThat(first.json().get("items").size()).isEqualTo(2);
        assertThat(latest.get("kind").getStringValue()).isEqualTo("purchase");
        assertThat(latest.get("receiptNumber").getStringValue()).isEqualTo("A-3");
        assertThat(latest.get("amount").get("amount").getStringValue()).isEqualTo("50000");
        assertThat(latest.get("title").get("id").getStringValue()).isEqualTo("Belanja di Toko Menteng");
        assertThat(latest.get("points").getLongValue()).isEqualTo(50);
        assertThat(latest.get("balanceAfter").getLongValue()).isEqualTo(150);
        JsonNode applied = latest.get("explanation").get(0);
        assertThat(applied.get("outcome").getStringValue()).isEqualTo("applied");
        assertThat(applied.get("points").getLongValue()).isEqualTo(50);
        assertThat(applied.get("reason").get("id").getStringValue())
                .isEqualTo("1\u00A0poin tiap Rp1.000, dari Rp50.000, dibulatkan ke bawah");
        assertThat(second.json().get("items").get(0).get("receiptNumber").getStringValue()).isEqualTo("A-1");

        JsonNode points = browser.get("/api/v1/members/me/points").json();
        assertThat(points.get("summary").get("available").getLongValue()).isEqualTo(150);
        assertThat(points.get("summary").get("nextExpiry").get("points").getLongValue()).isEqualTo(150);
        assertThat(points.get("lots").size()).isEqualTo(3);

        Answer purchases = browser.get("/api/v1/members/me/purchases?limit=2");
        assertThat(purchases.json().get("items").size()).isEqualTo(2);
        assertThat(purchases.text("nextCursor")).isNotEmpty();

        JsonNode standing = browser.get("/api/v1/members/me/standing").json();
        assertThat(standing.get("metric").get("monthSpends").get(5).get("spend").get("amount").getStringValue())
                .isEqualTo("150000");
        assertThat(standing.get("next").get("spendNeeded").get("amount").getStringValue()).isEqualTo("5850000");
    }

    @Test
    void a_cursor_of_somebody_elses_making_is_refused() {
        Answer answer = people.browserOf(people.member("Budi")).get("/api/v1/members/me/activity?cursor=abc");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fieldCodes()).containsEntry("/cursor", "cursor_unknown");
    }

    @Test
    void members_activate_offers_and_take_it_back() {
        Offer offer = publish(new Audience.Everyone());
        Browser browser = people.browserOf(people.member("Budi"));
        String activation = "/api/v1/members/me/offers/" + PublicId.OFFER.format(offer.id()) + "/activation";

        Answer activated = browser.send("PUT", activation, "", "");
        assertThat(activated.status()).isEqualTo(200);
        assertThat(activated.text("state")).isEqualTo("activated");
        assertThat(browser.send("PUT", activation, "", "").body()).isEqualTo(activated.body());
        assertThat(browser.get("/api/v1/members/me").body()).contains(PublicId.OFFER.format(offer.id()));
        assertThat(browser.delete(activation).text("state")).isEqualTo("available");
        assertThat(browser.delete(activation).status()).isEqualTo(200);
    }

    @Test
    void an_offer_for_others_or_for_nobody_is_refused_with_its_reason() {
        Offer gold = publish(new Audience.InTiers(List.of("gold")));
        Browser browser = people.browserOf(people.member("Budi"));

        Answer notForMe = browser.send(
                "PUT", "/api/v1/members/me/offers/" + PublicId.OFFER.format(gold.id()) + "/activation", "", "");
        Answer unknown = browser.send("PUT", "/api/v1/members/me/offers/off_1/activation", "", "");

        assertThat(notForMe.status()).isEqualTo(409);
        assertThat(notForMe.text("code")).isEqualTo("offer_not_available");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("code")).isEqualTo("offer_not_found");
    }

    private Offer publish(Audience audience) {
        return offers.publish(new NewOffer(
                "offer-" + ids.next(),
                LocalText.of("Poin 2×", "Double points"),
                LocalText.of("Untuk satu pembelian.", "For one purchase."),
                "2×",
                audience,
                ids.next(),
                clock.now().minus(Duration.ofDays(1)),
                clock.now().plus(Duration.ofDays(1)),
                true,
                1));
    }

    private void postPurchases(Person person, String... receipts) {
        Partner owner = people.owner();
        Store store = people.storeOf(owner);
        Browser till = people.systemOf(owner, Scope.PURCHASES_WRITE);
        for (String receipt : receipts) {
            Answer answer = till.post(
                    "/api/v1/purchases",
                    """
                    {"storeId": "%s", "channel": "store", "till": "1", "receiptNumber": "%s", "businessDate": "%s",
                     "occurredAt": "%s", "member": {"memberId": "%s"},
                     "lines": [{"position": 1, "sku": "B-5", "name": "Beras 5 kg", "quantity": "1",
                       "amount": {"amount": "50000", "currency": "IDR"}}],
                     "total": {"amount": "50000", "currency": "IDR"},
                     "tenders": [{"kind": "cash", "amount": {"amount": "50000", "currency": "IDR"}}]}"""
                            .formatted(
                                    PublicId.STORE.format(store.id()),
                                    receipt,
                                    TestProgram.PROGRAM.dateOf(clock.now()),
                                    clock.now(),
                                    person.publicId()));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
    }
}
