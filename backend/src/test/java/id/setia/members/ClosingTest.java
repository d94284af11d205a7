package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaving: asked for with the password, final after fourteen days. */
@SetiaTest
class ClosingTest {

    private static final String ME = "/api/v1/members/me";
    private static final String WITH_PASSWORD = "{\"password\":\"" + TestMembers.PASSWORD + "\"}";

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    Closings closings;

    @Inject
    MemberRegistry registry;

    @Inject
    PointsLedger ledger;

    @Inject
    LedgerProof proof;

    @Inject
    BusinessClock clock;

    private TestMembers.TestMember member;
    private Browser budi;
    private Browser till;
    private String card;

    @BeforeEach
    void budi_has_points() {
        shop.open();
        till = browsers.till();
        member = members.join();
        budi = browsers.member(member.email());
        card = registry.profile(member.id()).orElseThrow().cards().getFirst().number();
        browsers.sell(till, "card", card, 150_000);
    }

    @Test
    void until_the_day_everything_stays_and_it_can_be_taken_back() {
        Browser.Answer asked = ask(WITH_PASSWORD);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text("state")).isEqualTo("active");
        String finalAt = asked.json().get("closing").get("finalAt").getStringValue();
        assertThat(ask(WITH_PASSWORD).json().get("closing").get("finalAt").getStringValue()).isEqualTo(finalAt);

        closings.finishDue();
        assertThat(ledger.balance(member.id()).available()).isEqualTo(150);

        assertThat(budi.delete(ME + "/closing").json().get("closing")).isNull();
        clock.advance(Closings.TO_CHANGE_ONES_MIND.plusMinutes(1));
        closings.finishDue();
        assertThat(budi.get(ME + "/membership").text("state")).isEqualTo("active");
    }

    @Test
    void on_the_day_points_lapse_contacts_are_free_and_the_card_warns() {
        ask(WITH_PASSWORD);
        clock.advance(Closings.TO_CHANGE_ONES_MIND.plus(Duration.ofMinutes(1)));

        assertThat(closings.finishDue()).isPositive();

        assertThat(registry.members(List.of(member.id())).get(member.id()).state()).isEqualTo(MemberState.CLOSED);
        assertThat(ledger.balance(member.id()).available()).isZero();
        assertThat(budi.get(ME).status()).isEqualTo(401);
        assertThat(browsers.member(member.email()).get("/api/v1/session").text("kind")).isEqualTo("none");
        assertThat(registry.profile(member.id()).orElseThrow().email()).isEmpty();
        Browser.Answer sold = browsers.sell(till, "card", card, 10_000);
        assertThat(sold.status()).isEqualTo(201);
        assertThat(sold.json().get("warnings").get(0).get("code").getStringValue()).isEqualTo("member_closed");
        assertThat(proof.promises(Set.of(member.id()))).allMatch(Promise::holds);
        assertThat(closings.finishDue()).isZero();
    }

    @Test
    void a_member_gives_the_password_and_staff_a_reason() {
        assertThat(ask("{}").fieldCodes()).containsEntry("/password", "password_wrong");
        Browser agent = browsers.staff(Role.SERVICE_AGENT);
        String him = "/api/v1/members/" + PublicId.MEMBER.format(member.id());
        assertThat(agent.send("PUT", him + "/closing", "application/json", "{}").fieldCodes())
                .containsEntry("/reason", "required");

        Browser.Answer asked =
                agent.send("PUT", him + "/closing", "application/json", "{\"reason\":\"diminta lewat telepon\"}");

        assertThat(asked.json().get("closing").get("by").getStringValue()).isEqualTo("staff");
    }

    private Browser.Answer ask(String body) {
        return budi.send("PUT", ME + "/closing", "application/json", body);
    }
}
