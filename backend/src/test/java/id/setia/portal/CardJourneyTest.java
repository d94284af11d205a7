package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.Browser;
import id.setia.testing.TestMembers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The card on a phone, as a till's scanner sees it. */
@ExtendWith(PortalExtension.class)
class CardJourneyTest {

    private final Portal portal;

    CardJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void the_card_pays_with_points_by_a_code_that_changes_and_works_without_a_connection() {
        TestMembers.TestMember budi = portal.shop().member();
        portal.shop().sell("email", budi.email(), 200_000);
        try (Visitor visitor = portal.visitorWithServiceWorker(Portal.PHONE, "id").signIn("/sign-in", budi.email(), TestMembers.PASSWORD)) {
            visitor.open("/card");
            assertThat(clock(visitor)).isVisible();
            String shown = ScannedCode.read(qr(visitor));

            Assertions.assertThat(shown).matches("S1\\.\\d{12}\\.\\d{6}");
            Browser.Answer held = portal.shop().hold(shown, 20);
            Assertions.assertThat(held.status()).as(held.body()).isEqualTo(201);
            Assertions.assertThat(portal.shop().hold(shown, 20).text("code")).isEqualTo("redemption_proof_wrong");

            visitor.page().waitForFunction("navigator.serviceWorker.controller !== null");
            visitor.expecting("net::ERR_").page().context().setOffline(true);
            visitor.open("/card");
            assertThat(visitor.page().getByText("Sedang offline")).isVisible();
            assertThat(clock(visitor)).isVisible();
            Assertions.assertThat(ScannedCode.read(qr(visitor))).matches(shown.substring(0, 16) + "\\d{6}");
        }
    }

    private static Locator qr(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Kode QR kartu Anda"));
    }

    private static Locator clock(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Kode berganti setiap 30 detik"));
    }
}
