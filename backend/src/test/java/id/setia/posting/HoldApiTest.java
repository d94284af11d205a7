package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Points set aside over HTTP: what a till sends, what it reads, and who sees nothing of it. */
@SetiaTest
class HoldApiTest {

    private static final String PIN = "\"proof\":{\"kind\":\"pin\",\"code\":\"493817\"},";

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    TestBrowsers browsers;

    @Inject
    BusinessClock clock;

    @Test
    void a_till_sets_points_aside_uses_some_and_may_send_everything_twice() {
        Browser till = tills.till();
        String member = memberWith(till, 100_000);
        String asked = "{\"member\":" + member + ",\"points\":60," + PIN + "\"purpose\":\"other\",\"reference\":\"kado-1\"}";
        assertThat(till.post("/api/v1/holds", asked).text("code")).isEqualTo("idempotency_key_missing");
        till.with("Idempotency-Key", number());

        Browser.Answer created = till.post("/api/v1/holds", asked);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(till.post("/api/v1/holds", asked).body()).isEqualTo(created.body());
        String hold = "/api/v1/holds/" + created.text("holdId");
        assertThat(created.text("state")).isEqualTo("open");
        assertThat(created.json().get("worth").get("amount").getStringValue()).isEqualTo("600");
        Browser.Answer confirmed = till.put(hold + "/confirmation", "", "{\"points\":50}");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(till.put(hold + "/confirmation", "", "{\"points\":50}").body()).isEqualTo(confirmed.body());
        assertThat(till.get(hold).body()).isEqualTo(confirmed.body());
        assertThat(confirmed.json().get("confirmedPoints").getLongValue()).isEqualTo(50);
        Browser.Answer late = till.put(hold + "/cancellation", "", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("hold_ended");
    }

    @Test
    void another_partner_and_a_till_without_the_scope_see_nothing() {
        Browser till = tills.till().with("Idempotency-Key", number());
        String member = memberWith(till, 50_000);
        Browser.Answer created = till.post("/api/v1/holds", "{\"member\":" + member + ",\"points\":10," + PIN + "\"purpose\":\"other\"}");
        String hold = "/api/v1/holds/" + created.text("holdId");

        Browser other = tills.tillOfAnotherPartner();
        assertThat(other.get(hold).text("code")).isEqualTo("hold_not_found");
        assertThat(other.put(hold + "/confirmation", "", "{}").status()).isEqualTo(404);
        assertThat(other.put(hold + "/cancellation", "", "").status()).isEqualTo(404);
        Browser poor = tills.till(EnumSet.of(Scope.PURCHASES_WRITE));
        assertThat(poor.get(hold).text("code")).isEqualTo("insufficient_scope");
    }

    @Test
    void more_than_the_member_has_is_refused_with_the_figures() {
        Browser till = tills.till().with("Idempotency-Key", number());
        String member = memberWith(till, 60_000);

        Browser.Answer refused = till.post("/api/v1/holds", "{\"member\":" + member + ",\"points\":100," + PIN + "\"purpose\":\"other\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("insufficient_points");
        assertThat(refused.text("detail")).isEqualTo("100 points were asked for, 60 are available.");
    }

    private String memberWith(Browser till, long rupiah) {
        TestMembers.TestMember joined = people.join();
        browsers.member(joined.email()).send(
                "PUT", "/api/v1/members/me/pin", "application/json",
                "{\"pin\":\"493817\",\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "\"}}");
        String member = "{\"email\":\"" + joined.email() + "\"}";
        Browser.Answer bought = till.post(
                "/api/v1/purchases", receipt(number(), clock.now().minus(Duration.ofMinutes(5)), rupiah, member));
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        return member;
    }
}
