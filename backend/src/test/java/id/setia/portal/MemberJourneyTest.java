package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class MemberJourneyTest {

    static final Pattern CARD = Pattern.compile("^\\s*\\d{4}\\s\\d{4}\\s\\d{4}\\s*$");

    private final Portal portal;

    MemberJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void joining_shopping_and_reading_why_in_both_languages() {
        try (Visitor sari = portal.visitor(Portal.PHONE, "id")) {
            join(sari, "sari-" + UUID.randomUUID() + "@example.com");
            seeTheBonus(sari);

            String card = readTheCard(sari);
            portal.shop().sell("card", card, 50_500);

            seeThePurchase(sari);
            readWhy(sari);
            readItInEnglish(sari);
        }
    }

    private void join(Visitor sari, String email) {
        sari.open("/").link("Gabung gratis").click();
        sari.field("Nama").fill("Sari Melati");
        sari.field("Email").fill(email);
        sari.field("Kata sandi").fill("kopi susu gula aren");
        Locator boxes = sari.page().getByRole(AriaRole.CHECKBOX);
        assertThat(boxes).hasCount(4);
        for (Locator box : boxes.all()) {
            assertThat(box).not().isChecked();
        }
        boxes.last().check();
        sari.button("Lanjut").click();

        assertThat(sari.heading("Cek email Anda")).isVisible();
        sari.field("Kode 6 angka").fill(portal.postOffice().code(email));
        sari.page().waitForURL("**/home");
    }

    private static void seeTheBonus(Visitor sari) {
        assertThat(sari.heading("Sari Melati")).isVisible();
        assertThat(balance(sari)).containsText("100");
        assertThat(balance(sari)).containsText("poin, setara Rp1.000");
        assertThat(entry(sari, "Bonus bergabung")).containsText("+100");
    }

    private static String readTheCard(Visitor sari) {
        sari.link("Tunjukkan kartu").click();
        assertThat(sari.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Kode QR kartu Anda"))).isVisible();
        String number = sari.page().getByText(CARD).textContent().replaceAll("\\D", "");
        sari.link("Tutup kartu, kembali ke beranda").click();
        return number;
    }

    private static void seeThePurchase(Visitor sari) {
        sari.page().reload();
        assertThat(balance(sari)).containsText("150");
        assertThat(entry(sari, "Belanja di Toko Melati")).containsText("Rp50.500");
        assertThat(entry(sari, "Belanja di Toko Melati")).containsText("+50");
    }

    private static void readWhy(Visitor sari) {
        entry(sari, "Belanja di Toko Melati").click();
        Locator sheet = sari.page().getByRole(AriaRole.DIALOG);
        assertThat(sheet).containsText("Mengapa dapat 50 poin?");
        assertThat(sheet).containsText("1 poin tiap Rp1.000, dari Rp50.500, dibulatkan ke bawah");
        assertThat(sheet).containsText("150 poin");
        sari.page().keyboard().press("Escape");
        assertThat(sheet).isHidden();
    }

    private static void readItInEnglish(Visitor sari) {
        sari.link("Akun").click();
        sari.button("English").click();
        sari.link("Activity").click();
        entry(sari, "Purchase at Toko Melati").click();
        Locator sheet = sari.page().getByRole(AriaRole.DIALOG);
        assertThat(sheet).containsText("1 point per Rp1,000");
        sari.page().keyboard().press("Escape");
        sari.link("Home").click();
        assertThat(sari.page().getByLabel("Your points balance and card")).containsText("points, worth Rp1,500");
        assertThat(sari.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void an_offer_is_activated_and_counts_at_the_next_purchase() {
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            visitor.signIn("/sign-in", budi.email(), TestMembers.PASSWORD).link("Penawaran").click();
            Locator offer = visitor.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(Shop.OFFER));
            visitor.button("Aktifkan: " + Shop.OFFER).click();
            assertThat(visitor.button("Batalkan: " + Shop.OFFER)).isVisible();

            portal.shop().sell("email", budi.email(), 20_000);

            visitor.open("/offers");
            assertThat(offer).containsText("Sudah dipakai");
            visitor.open("/activity");
            assertThat(entry(visitor, "Belanja di Toko Melati")).containsText("+40");
            entry(visitor, "Belanja di Toko Melati").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG).getByText(Shop.OFFER)).isVisible();
        }
    }

    @Test
    void signing_out_ends_it_and_signing_in_leads_back() {
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor visitor = portal.visitor(Portal.DESK, "id").expecting(401)) {
            visitor.signIn("/sign-in", budi.email(), TestMembers.PASSWORD).open("/account").button("Keluar").click();
            visitor.page().waitForURL(url -> !url.contains("/account"));

            visitor.open("/activity");
            assertThat(visitor.heading("Selamat datang kembali")).isVisible();
            visitor.field("Email").fill(budi.email());
            visitor.field("Kata sandi").fill("bukan kata sandinya");
            visitor.button("Masuk").click();
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).isVisible();

            visitor.field("Kata sandi").fill(TestMembers.PASSWORD);
            visitor.button("Masuk").click();
            visitor.page().waitForURL("**/activity");
            assertThat(visitor.heading("Aktivitas")).isVisible();
        }
    }

    private static Locator balance(Visitor visitor) {
        return visitor.page().getByLabel("Saldo poin dan kartu Anda");
    }

    private static Locator entry(Visitor visitor, String title) {
        return visitor.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }
}
