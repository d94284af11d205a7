package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff correct what is written wrongly about a member. */
@SetiaTest
class MemberCorrectionTest {

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    MemberRegistry registry;

    @Inject
    Mailbox mailbox;

    private TestMembers.TestMember budi;
    private Browser agent;
    private String details;

    @BeforeEach
    void an_agent_looks_at_budi() {
        shop.open();
        budi = members.join();
        agent = browsers.staff(Role.SERVICE_AGENT);
        details = "/api/v1/members/" + PublicId.MEMBER.format(budi.id()) + "/details";
    }

    @Test
    void the_details_are_replaced_from_the_version_that_was_seen_and_the_old_address_is_told() {
        String moved = "baru-" + budi.email();
        String version = agent.get(details).header("ETag");

        Browser.Answer corrected = put(version, body("Budi Santosa", moved, "0812" + phoneEnd(), "salah ketik"));

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.header("ETag")).isNotEqualTo(version);
        MemberProfile profile = registry.profile(budi.id()).orElseThrow();
        assertThat(profile.name()).isEqualTo("Budi Santosa");
        assertThat(profile.birthDate()).contains(LocalDate.of(1991, 8, 17));
        assertThat(profile.email()).contains(moved);
        assertThat(profile.phone()).contains("+62812" + phoneEnd());
        assertThat(mailbox.of(budi.email())).singleElement().asString().contains("petugas kami mengubah kontak");
        assertThat(browsers.member(moved).get("/api/v1/session").text("kind")).isEqualTo("member");
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        String version = agent.get(details).header("ETag");
        assertThat(put("", body("Budi A", budi.email(), "", "x")).text("code")).isEqualTo("version_required");
        assertThat(put(version, body("Budi A", budi.email(), "", "x")).status()).isEqualTo(200);

        Browser.Answer late = put(version, body("Budi B", budi.email(), "", "x"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("code")).isEqualTo("changed_meanwhile");
        assertThat(registry.profile(budi.id()).map(MemberProfile::name)).isEqualTo(Optional.of("Budi A"));
    }

    @Test
    void an_address_of_another_is_refused_and_nothing_changes() {
        String taken = members.join().email();
        String version = agent.get(details).header("ETag");

        Browser.Answer refused = put(version, body("Budi C", taken, "", "x"));

        assertThat(refused.fieldCodes()).containsEntry("/email", "email_taken");
        assertThat(registry.profile(budi.id()).orElseThrow().email()).contains(budi.email());
        assertThat(agent.get(details).header("ETag")).isEqualTo(version);
        assertThat(put(version, body("", "", "", "")).fieldCodes())
                .containsKeys("/reason");
        assertThat(put(version, body("", "", "", "x")).fieldCodes())
                .containsEntry("/name", "required")
                .containsEntry("/email", "contact_needed");
    }

    @Test
    void only_service_agents_correct() {
        assertThat(browsers.staff(Role.MARKETER).get(details).text("code")).isEqualTo("forbidden");
        assertThat(browsers.member(budi.email()).get(details).text("code")).isEqualTo("forbidden");
    }

    private String phoneEnd() {
        return String.format("%08d", Math.floorMod(budi.id().getLeastSignificantBits(), 100_000_000L));
    }

    private Browser.Answer put(String version, String body) {
        return agent.with("If-Match", version).send("PUT", details, "application/json", body);
    }

    private static String body(String name, String email, String phone, String reason) {
        return """
                {"name":"%s","birthDate":"1991-08-17","language":"id","email":"%s","phone":"%s","reason":"%s"}"""
                .formatted(name, email, phone, reason);
    }
}
