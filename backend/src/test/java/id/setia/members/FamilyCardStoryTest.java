package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budi gives his mother a card of his membership: two people shop, the points are on one account, and only he spends. */
@SetiaTest
class FamilyCardStoryTest {

    private static final String ME = "/api/v1/members/me";

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    MemberCards cards;

    private Browser budi;
    private Browser till;

    @BeforeEach
    void budi_is_a_member() {
        shop.open();
        till = browsers.till();
        budi = browsers.member(members.join().email());
    }

    @Test
    void both_cards_earn_on_one_account_and_only_the_main_one_may_spend() {
        String main = numbers().getFirst();
        String mothers = add("Kartu Ibu").text("number");

        assertThat(mothers).matches(CardNumber::isValid);
        assertThat(browsers.sell(till, "card", main, 100_000).text("state")).isEqualTo("attached");
        assertThat(browsers.sell(till, "card", mothers, 60_000).text("state")).isEqualTo("attached");

        assertThat(budi.get(ME + "/points").json().get("summary").get("available").getLongValue()).isEqualTo(160);
        assertThat(cards.maySpend(MemberReference.card(main))).isTrue();
        assertThat(cards.maySpend(MemberReference.card(mothers))).isFalse();
    }

    @Test
    void budi_lets_her_spend_and_takes_it_back_while_staff_cannot_let_her() {
        String mothers = add("Kartu Ibu").text("number");
        Browser agent = browsers.staff(Role.SERVICE_AGENT);
        String him = "/api/v1/members/" + budi.get(ME).text("memberId");

        Browser.Answer byStaff = agent.post(him + "/cards/changes", change(mothers, "\"maySpend\":true"));
        assertThat(byStaff.fieldCodes()).containsEntry("/maySpend", "must_be_absent");
        assertThat(cards.maySpend(MemberReference.card(mothers))).isFalse();

        assertThat(budi.post(ME + "/cards/changes", change(mothers, "\"maySpend\":true")).status()).isEqualTo(200);
        assertThat(cards.maySpend(MemberReference.card(mothers))).isTrue();

        assertThat(agent.post(him + "/cards/changes", change(mothers, "\"maySpend\":false,\"label\":\"Ibu\"")).text("label"))
                .isEqualTo("Ibu");
        assertThat(cards.maySpend(MemberReference.card(mothers))).isFalse();
    }

    @Test
    void nobody_spends_while_the_membership_is_frozen() {
        String mothers = add("Kartu Ibu").text("number");
        budi.post(ME + "/cards/changes", change(mothers, "\"maySpend\":true"));

        budi.send("PUT", ME + "/freeze", "application/json", "{}");

        assertThat(numbers()).allSatisfy(number ->
                assertThat(cards.maySpend(MemberReference.card(number))).isFalse());
        assertThat(browsers.sell(till, "card", mothers, 60_000).text("state")).isEqualTo("attached");
        assertThat(add("Kartu Adik").text("code")).isEqualTo("member_state_forbids");
    }

    @Test
    void a_lost_card_is_blocked_or_replaced_and_the_main_one_only_replaced() {
        String main = numbers().getFirst();
        String mothers = add("Kartu Ibu").text("number");

        assertThat(budi.post(ME + "/cards/blocks", number(main)).text("code")).isEqualTo("main_card_needed");
        Browser.Answer replaced = budi.postOnce(ME + "/cards/replacements", number(mothers));
        assertThat(replaced.status()).isEqualTo(201);
        assertThat(replaced.text("label")).isEqualTo("Kartu Ibu");
        assertThat(replaced.text("number")).isNotEqualTo(mothers).matches(CardNumber::isValid);
        assertThat(budi.postOnce(ME + "/cards/replacements", number(mothers)).text("code")).isEqualTo("card_not_found");
        assertThat(budi.post(ME + "/cards/blocks", number(replaced.text("number"))).text("state")).isEqualTo("blocked");

        for (String blocked : List.of(mothers, replaced.text("number"))) {
            Browser.Answer sold = browsers.sell(till, "card", blocked, 10_000);
            assertThat(sold.status()).isEqualTo(201);
            assertThat(sold.text("state")).isEqualTo("unattached");
            assertThat(sold.json().get("warnings").get(0).get("code").getStringValue()).isEqualTo("card_blocked");
        }
    }

    @Test
    void a_membership_has_at_most_ten_active_cards() {
        for (int card = 2; card <= 10; card++) {
            assertThat(add("Kartu " + card).status()).isEqualTo(201);
        }

        Browser.Answer refused = add("Kartu 11");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("too_many_cards");
    }

    @Test
    void staff_enter_an_older_cards_number_in_any_form_but_not_a_mistyped_one_of_ours_or_one_in_use() {
        Browser agent = browsers.staff(Role.STORE_MANAGER);
        String him = "/api/v1/members/" + budi.get(ME).text("memberId");
        String old = "nsr-" + System.nanoTime();

        assertThat(agent.postOnce(him + "/cards", older(old)).text("number")).isEqualTo(old.replace("-", "").toUpperCase());
        assertThat(browsers.sell(till, "card", old, 10_000).text("state")).isEqualTo("attached");
        assertThat(agent.postOnce(him + "/cards", older(old)).fieldCodes()).containsEntry("/number", "card_taken");
        String main = numbers().getFirst();
        String mistyped = main.substring(0, 11) + (main.charAt(11) == '0' ? '1' : '0');
        assertThat(agent.postOnce(him + "/cards", older(mistyped)).fieldCodes()).containsEntry("/number", "card_number_wrong");
        assertThat(budi.postOnce(ME + "/cards", older(old)).fieldCodes()).containsEntry("/number", "must_be_absent");
    }

    private Browser.Answer add(String label) {
        return budi.postOnce(ME + "/cards", "{\"label\":\"" + label + "\"}");
    }

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (JsonNode card : budi.get(ME + "/cards").json().get("items").values()) {
            numbers.add(card.get("number").getStringValue());
        }
        return numbers;
    }

    private static String number(String number) {
        return "{\"number\":\"" + number + "\"}";
    }

    private static String older(String number) {
        return "{\"label\":\"Kartu lama\",\"number\":\"" + number + "\"}";
    }

    private static String change(String number, String what) {
        return "{\"number\":\"" + number + "\"," + what + "}";
    }
}
