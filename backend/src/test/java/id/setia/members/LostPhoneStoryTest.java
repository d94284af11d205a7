package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budi loses the phone with his card on it, freezes his membership from another browser, and comes back. */
@SetiaTest
class LostPhoneStoryTest {

    private static final String ME = "/api/v1/members/me";

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    Mailbox mailbox;

    private TestMembers.TestMember budi;
    private Browser lostPhone;
    private Browser laptop;
    private Browser till;

    @BeforeEach
    void budi_has_points_and_two_browsers() {
        shop.open();
        till = browsers.till();
        budi = members.join();
        lostPhone = browsers.member(budi.email());
        laptop = browsers.member(budi.email());
        assertThat(browsers.sell(till, "card", mainCard(), 150_000).text("state")).isEqualTo("attached");
    }

    @Test
    void the_lost_phone_is_signed_out_its_card_finds_nobody_and_the_points_stay() {
        String lost = mainCard();

        Browser.Answer frozen = freeze();

        assertThat(frozen.status()).isEqualTo(200);
        assertThat(frozen.text("state")).isEqualTo("frozen");
        assertThat(frozen.json().get("freeze").get("by").getStringValue()).isEqualTo("member");
        assertThat(lostPhone.get(ME).status()).isEqualTo(401);
        assertThat(laptop.get(ME).status()).isEqualTo(200);
        assertThat(available()).isEqualTo(150);

        Browser.Answer byLostCard = browsers.sell(till, "card", lost, 50_000);
        assertThat(byLostCard.status()).isEqualTo(201);
        assertThat(byLostCard.text("state")).isEqualTo("unattached");
        assertThat(byLostCard.json().get("warnings").get(0).get("code").getStringValue()).isEqualTo("card_blocked");
        assertThat(mainCard()).isNotEqualTo(lost).matches(CardNumber::isValid);
        assertThat(browsers.sell(till, "card", mainCard(), 20_000).text("state")).isEqualTo("attached");
        assertThat(browsers.sell(till, "email", budi.email(), 30_000).text("state")).isEqualTo("attached");
        assertThat(available()).isEqualTo(200);
    }

    @Test
    void freezing_twice_changes_the_card_once() {
        freeze();
        String card = mainCard();

        assertThat(freeze().text("state")).isEqualTo("frozen");

        assertThat(mainCard()).isEqualTo(card);
    }

    @Test
    void budi_comes_back_with_his_password_and_the_code_that_was_sent() {
        freeze();
        Browser.Answer wrong = code("bukan kata sandi");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.fieldCodes()).containsEntry("/password", "password_wrong");
        assertThat(unfreeze("123456").text("code")).isEqualTo("code_expired");

        Browser.Answer sent = code(TestMembers.PASSWORD);
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.text("sentTo")).isEqualTo("b•••@example.com");
        String code = mailbox.code(budi.email());
        String other = code.equals("000000") ? "000001" : "000000";
        assertThat(unfreeze(other).text("code")).isEqualTo("code_invalid");

        Browser.Answer open = unfreeze(code);

        assertThat(open.status()).isEqualTo(200);
        assertThat(open.text("state")).isEqualTo("active");
        assertThat(open.json().get("freeze")).isNull();
        assertThat(unfreeze(code).text("code")).isEqualTo("member_state_forbids");
    }

    @Test
    void an_agent_freezes_for_him_on_every_browser_and_opens_it_once_sure_who_he_is() {
        Browser agent = browsers.staff(Role.SERVICE_AGENT);
        String him = "/api/v1/members/" + laptop.get(ME).text("memberId");
        assertThat(agent.send("PUT", him + "/freeze", "application/json", "{}").fieldCodes())
                .containsEntry("/reason", "required");

        assertThat(agent.send("PUT", him + "/freeze", "application/json", "{\"reason\":\"HP hilang\"}").text("state"))
                .isEqualTo("frozen");

        assertThat(lostPhone.get(ME).status()).isEqualTo(401);
        assertThat(laptop.get(ME).status()).isEqualTo(401);
        assertThat(agent.post(him + "/unfreezing", "{\"reason\":\"datang ke toko\"}").fieldCodes())
                .containsEntry("/identityChecked", "identity_unchecked");
        assertThat(agent.post(him + "/unfreezing", "{\"reason\":\"datang ke toko\",\"identityChecked\":true}").text("state"))
                .isEqualTo("active");
    }

    @Test
    void another_member_cannot_freeze_him() {
        Browser other = browsers.member(members.join().email());

        Browser.Answer refused = other.send(
                "PUT", "/api/v1/members/" + laptop.get(ME).text("memberId") + "/freeze", "application/json", "{}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("code")).isEqualTo("member_not_found");
        assertThat(laptop.get(ME + "/membership").text("state")).isEqualTo("active");
    }

    private Browser.Answer freeze() {
        return laptop.send("PUT", ME + "/freeze", "application/json", "{}");
    }

    private Browser.Answer code(String password) {
        return laptop.post(ME + "/codes", "{\"purpose\":\"unfreeze\",\"password\":\"" + password + "\"}");
    }

    private Browser.Answer unfreeze(String code) {
        return laptop.post(ME + "/unfreezing", "{\"code\":\"" + code + "\"}");
    }

    private String mainCard() {
        return laptop.get(ME + "/cards").json().get("items").get(0).get("number").getStringValue();
    }

    private long available() {
        return laptop.get(ME + "/points").json().get("summary").get("available").getLongValue();
    }
}
