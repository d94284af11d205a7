package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members do most, without a mouse or a finger. */
@ExtendWith(PortalExtension.class)
class MemberKeyboardJourneyTest {

    private static final int MOST_TABS = 80;

    private final Portal portal;

    private TestMembers.TestMember budi;

    MemberKeyboardJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void budi_joined() {
        budi = portal.shop().member();
    }

    @Test
    void signing_in_and_showing_the_card() {
        try (Visitor visitor = signedIn(Portal.PHONE)) {
            press(visitor, visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kartu").setExact(true)), "Enter");
            assertThat(visitor.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Kode QR kartu Anda"))).isVisible();
            press(visitor, visitor.link("Tutup kartu, kembali ke beranda"), "Enter");
            visitor.page().waitForURL("**/home");
        }
    }

    @Test
    void activating_an_offer_and_taking_that_back() {
        try (Visitor visitor = signedIn(Portal.DESK)) {
            press(visitor, visitor.link("Penawaran"), "Enter");
            press(visitor, visitor.button("Aktifkan: " + Shop.OFFER), "Space");
            assertThat(visitor.button("Batalkan: " + Shop.OFFER)).isVisible();
            press(visitor, visitor.button("Batalkan: " + Shop.OFFER), "Enter");
            assertThat(visitor.button("Aktifkan: " + Shop.OFFER)).isVisible();
        }
    }

    @Test
    void taking_a_reward_and_reading_its_voucher() {
        portal.shop().offerVoucher(120);
        portal.shop().sell("email", budi.email(), 200_000);
        try (Visitor visitor = signedIn(Portal.DESK)) {
            press(visitor, visitor.link("Hadiah"), "Enter");
            press(
                    visitor,
                    visitor.page().getByRole(AriaRole.ARTICLE)
                            .filter(new Locator.FilterOptions().setHasText("120 poin"))
                            .getByRole(AriaRole.BUTTON)
                            .first(),
                    "Enter");
            press(visitor, visitor.button("Tukar 120 poin"), "Enter");
            assertThat(visitor.heading("Sudah menjadi milik Anda")).isVisible();
            press(visitor, visitor.link("Lihat voucer"), "Enter");
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            visitor.page().keyboard().press("Escape");
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isHidden();
        }
    }

    @Test
    void the_first_tab_leads_past_the_menu() {
        try (Visitor visitor = signedIn(Portal.DESK)) {
            visitor.open("/activity");
            press(visitor, visitor.link("Langsung ke isi"), "Enter");
            visitor.page().keyboard().press("Tab");

            Assertions.assertThat((boolean) visitor.page().evaluate("document.querySelector('main').contains(document.activeElement)")).isTrue();
        }
    }

    private Visitor signedIn(int width) {
        Visitor visitor = portal.visitor(width, "id").open("/sign-in");
        type(visitor, visitor.field("Email"), budi.email());
        type(visitor, visitor.field("Kata sandi"), TestMembers.PASSWORD);
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForURL("**/home");
        return visitor;
    }

    private static void type(Visitor visitor, Locator field, String text) {
        tabTo(visitor, field);
        visitor.page().keyboard().type(text);
    }

    private static void press(Visitor visitor, Locator target, String key) {
        tabTo(visitor, target);
        visitor.page().keyboard().press(key);
    }

    /** Goes on with the tabulator until the focus is there, as somebody does who sees where it is. */
    private static void tabTo(Visitor visitor, Locator target) {
        assertThat(target).isVisible();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            visitor.page().keyboard().press("Tab");
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                Assertions.assertThat((boolean) target.evaluate("element => element.matches(':focus-visible')")).isTrue();
                return;
            }
        }
        throw new AssertionError("the tabulator never came to " + target);
    }
}
