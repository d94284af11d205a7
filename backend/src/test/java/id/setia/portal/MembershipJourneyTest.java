package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cards, a lost phone, the inbox and leaving, as a member does them. */
@ExtendWith(PortalExtension.class)
class MembershipJourneyTest {

    private final Portal portal;

    private TestMembers.TestMember budi;

    MembershipJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void budi_joined() {
        budi = portal.shop().member();
    }

    @Test
    void a_lost_phone_is_frozen_in_one_tap_told_of_and_opened_with_password_and_code() {
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            visitor.signIn("/sign-in", budi.email(), TestMembers.PASSWORD).open("/cards");
            visitor.button("Bekukan akun").click();
            assertThat(visitor.page().getByText("Akun Anda dibekukan: poin tetap bertambah")).isVisible();
            visitor.field("Kata sandi").fill(TestMembers.PASSWORD);
            visitor.button("Kirim kode").click();
            visitor.field("Kode 6 angka").fill(portal.postOffice().code(budi.email()));
            visitor.button("Buka akun").click();
            assertThat(visitor.button("Bekukan akun")).isVisible();

            Locator told = visitor.page().getByRole(AriaRole.MAIN).getByText("Akun Anda dibekukan");
            assertThat(visitor.open("/inbox").heading("Kotak masuk")).isVisible();
            for (int look = 0; look < 20 && told.count() == 0; look++) {
                visitor.page().waitForResponse(response -> response.url().contains("/notices?"), visitor.page()::reload);
                assertThat(visitor.page().locator(".skeleton")).hasCount(0);
            }
            assertThat(told).isVisible();
        }
    }

    @Test
    void a_family_card_is_added_renamed_and_blocked() {
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            visitor.signIn("/sign-in", budi.email(), TestMembers.PASSWORD).open("/cards");
            visitor.button("Tambah kartu").click();
            Locator sheet = visitor.page().getByRole(AriaRole.DIALOG);
            sheet.getByLabel("Nama kartu").fill("Kartu Ibu");
            sheet.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Tambah kartu")).click();
            assertThat(sheet).isHidden();

            card(visitor, "Kartu Ibu").click();
            assertThat(sheet).containsText("Kartu ini hanya menambah poin.");
            sheet.getByLabel("Nama kartu").fill("Kartu Mama");
            sheet.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Simpan nama")).click();
            card(visitor, "Kartu Mama").click();
            sheet.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Blokir kartu")).click();
            sheet.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Ya, blokir")).click();

            assertThat(visitor.page().getByText("Diblokir: 1 kartu")).isVisible();
        }
    }

    private static Locator card(Visitor visitor, String label) {
        return visitor.page().getByRole(AriaRole.LISTITEM).getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(label));
    }

    @Test
    void leaving_shows_what_is_lost_and_can_be_taken_back() {
        portal.shop().sell("email", budi.email(), 120_000);
        try (Visitor visitor = portal.visitor(Portal.DESK, "id")) {
            visitor.signIn("/sign-in", budi.email(), TestMembers.PASSWORD).open("/account").link("Tutup keanggotaan").click();
            assertThat(visitor.page().getByRole(AriaRole.MAIN)).containsText("senilai Rp");
            visitor.field("Kata sandi").fill(TestMembers.PASSWORD);
            visitor.button("Tutup keanggotaan").click();
            assertThat(visitor.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Batalkan penutupan"))).isVisible();

            visitor.button("Tetap menjadi anggota").click();

            assertThat(visitor.heading("Yang hilang")).isVisible();
        }
    }
}
