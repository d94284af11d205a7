package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A newcomer's first weeks: from joining to the first reward, and a bag of rice brought back. */
@ExtendWith(PortalExtension.class)
class FirstRewardJourneyTest {

    private final Portal portal;

    FirstRewardJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void who_joins_and_shops_once_holds_a_first_voucher() {
        portal.shop().offerVoucher(145);
        String email = "ayu-" + UUID.randomUUID() + "@example.com";
        try (Visitor ayu = portal.visitor(Portal.PHONE, "id")) {
            join(ayu, email);
            assertThat(balance(ayu)).containsText("setara Rp1.000");
            portal.shop().sell("email", email, 50_000);

            ayu.page().reload();
            ayu.link("Semua hadiah").click();
            ayu.page().getByRole(AriaRole.ARTICLE)
                    .filter(new Locator.FilterOptions().setHasText("145 poin"))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            ayu.button("Tukar 145 poin").click();
            assertThat(ayu.heading("Sudah menjadi milik Anda")).isVisible();
            ayu.link("Lihat voucer").click();
            assertThat(ayu.page().getByRole(AriaRole.DIALOG)).isVisible();
            assertThat(balance(ayu.open("/home"))).containsText("setara Rp50");
        }
    }

    private static Locator balance(Visitor visitor) {
        return visitor.page().getByLabel("Saldo poin dan kartu Anda");
    }

    private void join(Visitor ayu, String email) {
        ayu.open("/join").field("Nama").fill("Ayu Lestari");
        ayu.field("Email").fill(email);
        ayu.field("Kata sandi").fill("kopi susu gula aren");
        ayu.page().getByRole(AriaRole.CHECKBOX).last().check();
        ayu.button("Lanjut").click();
        ayu.field("Kode 6 angka").fill(portal.postOffice().code(email));
        ayu.page().waitForURL("**/home");
    }

    @Test
    void what_is_brought_back_takes_its_points_and_says_why() {
        TestMembers.TestMember budi = portal.shop().member();
        portal.shop().takeBack(portal.shop().sell("email", budi.email(), 40_000));
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id").signIn("/sign-in", budi.email(), TestMembers.PASSWORD)) {
            visitor.open("/activity");
            Locator refund = visitor.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("Retur"))
                    .first();
            assertThat(refund).containsText("40");
            refund.click();
            Locator sheet = visitor.page().getByRole(AriaRole.DIALOG);
            assertThat(sheet).containsText("Mengapa berkurang 40 poin?");
            assertThat(sheet).containsText(Shop.NAME);
            assertThat(sheet.getByRole(AriaRole.LISTITEM).first()).isVisible();
        }
    }
}
