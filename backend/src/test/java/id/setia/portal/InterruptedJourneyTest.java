package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taps that come twice, sessions that end, lines that break and tabs left open. */
@ExtendWith(PortalExtension.class)
class InterruptedJourneyTest {

    private final Portal portal;

    private TestMembers.TestMember budi;

    InterruptedJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void budi_joined() {
        budi = portal.shop().member();
    }

    @Test
    void a_double_tap_does_once_what_it_does() {
        try (Visitor visitor = signedIn(Portal.PHONE)) {
            List<String> sent = new ArrayList<>();
            visitor.page().onRequest(request -> {
                if (!request.method().equals("GET")) {
                    sent.add(request.method());
                }
            });
            visitor.open("/offers").button("Aktifkan: " + Shop.OFFER).dblclick();
            assertThat(visitor.button("Batalkan: " + Shop.OFFER)).isVisible();
            visitor.button("Batalkan: " + Shop.OFFER).dblclick();
            assertThat(visitor.button("Aktifkan: " + Shop.OFFER)).isVisible();
            visitor.open("/account").button("Ubah data diri").click();
            Locator sheet = visitor.page().getByRole(AriaRole.DIALOG);
            sheet.getByLabel("Nama").fill("Budi Hartono");
            sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Simpan")).dblclick();
            assertThat(sheet).isHidden();
            assertThat(visitor.heading("Budi Hartono")).isVisible();

            Assertions.assertThat(sent).containsExactly("PUT", "DELETE", "PUT");
        }
    }

    @Test
    void a_session_that_ends_over_a_half_written_report_loses_nothing_of_it() {
        try (Visitor visitor = signedIn(Portal.PHONE).expecting(401)) {
            visitor.open("/missing-points").field("Toko").selectOption(Shop.NAME);
            visitor.field("Tanggal di struk").fill(LocalDate.now(ZoneId.of("Asia/Jakarta")).toString());
            visitor.field("Nomor struk").fill("Z1234");
            visitor.field("Total belanja").fill("87500");
            visitor.page().context().clearCookies();
            visitor.button("Kirim").click();
            assertThat(visitor.heading("Sesi Anda berakhir")).isVisible();

            visitor.field("Email").fill(budi.email());
            visitor.field("Kata sandi").fill(TestMembers.PASSWORD);
            visitor.button("Masuk").click();

            assertThat(visitor.heading("Sesi Anda berakhir")).isHidden();
            assertThat(visitor.field("Nomor struk")).hasValue("Z1234");
            visitor.button("Kirim").click();
            assertThat(visitor.heading("Laporan Anda kami terima")).isVisible();
        }
    }

    @Test
    void somebody_else_who_signs_in_over_a_page_sees_nothing_of_it() {
        TestMembers.TestMember sari = portal.shop().member();
        portal.shop().sell("email", budi.email(), 77_000);
        try (Visitor visitor = signedIn(Portal.DESK).expecting(401)) {
            visitor.open("/home");
            assertThat(visitor.link("Aktivitas")).isVisible();
            visitor.page().context().clearCookies();
            visitor.page().evaluate("document.querySelector('a[href=\"/activity\"]').click()");
            assertThat(visitor.heading("Sesi Anda berakhir")).isVisible();
            visitor.field("Email").fill(sari.email());
            visitor.field("Kata sandi").fill(TestMembers.PASSWORD);
            visitor.button("Masuk").click();

            assertThat(visitor.page().getByText("Bonus bergabung").first()).isVisible();
            assertThat(visitor.page().getByText("+77")).hasCount(0);
        }
    }

    @Test
    void a_session_that_ended_before_a_link_leads_to_its_page_after_signing_in() {
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            visitor.open("/vouchers").page().waitForURL("**/sign-in?next=/vouchers");
            visitor.field("Email").fill(budi.email());
            visitor.field("Kata sandi").fill(TestMembers.PASSWORD);
            visitor.button("Masuk").click();
            visitor.page().waitForURL("**/vouchers");
        }
    }

    @Test
    void an_app_that_does_not_come_is_told() {
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id").expecting("Failed to")) {
            visitor.page().route("**/assets/shell-*.js", Route::abort);
            visitor.open("/sign-in");
            assertThat(visitor.page().getByText("Halaman tidak dapat dimuat.")).isVisible();
        }
    }

    @Test
    void a_line_that_breaks_is_told_and_trying_again_helps_while_the_card_works() {
        try (Visitor visitor = portal.visitorWithServiceWorker(Portal.PHONE, "id").signIn("/sign-in", budi.email(), TestMembers.PASSWORD).expecting("net::ERR_")) {
            assertThat(visitor.open("/home").heading("Budi Santoso")).isVisible();
            visitor.page().waitForFunction("navigator.serviceWorker.controller !== null");
            visitor.page().context().setOffline(true);
            assertThat(visitor.page().getByText("Anda sedang offline.")).isVisible();
            visitor.link("Kartu").click();
            assertThat(visitor.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Kode QR kartu Anda"))).isVisible();
            visitor.link("Tutup kartu, kembali ke beranda").click();
            visitor.link("Penawaran").click();
            assertThat(visitor.page().getByText("Tidak dapat terhubung")).isVisible();

            visitor.page().context().setOffline(false);
            visitor.button("Coba lagi").click();

            assertThat(visitor.heading(Shop.OFFER)).isVisible();
        }
    }

    @Test
    void signing_out_in_one_tab_ends_it_in_the_other() {
        try (Visitor visitor = signedIn(Portal.DESK)) {
            Page other = visitor.open("/account").secondTab("/home");
            assertThat(other.getByRole(AriaRole.HEADING).first()).isVisible();
            visitor.button("Keluar").click();

            other.waitForURL("**/sign-in?next=/home");
            assertThat(other.getByText("Saldo poin")).hasCount(0);
        }
    }

    @Test
    void signing_in_again_in_one_tab_is_enough_for_the_other() {
        try (Visitor visitor = portal.visitor(Portal.DESK, "id")) {
            Page other = visitor.open("/sign-in").secondTab("/sign-in?next=/offers");
            assertThat(other.getByRole(AriaRole.HEADING).first()).isVisible();
            visitor.signIn("/sign-in", budi.email(), TestMembers.PASSWORD);

            other.waitForURL("**/offers");
            assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(Shop.OFFER))).isVisible();
        }
    }

    @Test
    void the_language_chosen_in_one_tab_is_spoken_in_the_other() {
        try (Visitor visitor = signedIn(Portal.DESK)) {
            Page other = visitor.open("/account").secondTab("/offers");
            assertThat(other.getByRole(AriaRole.HEADING).first()).isVisible();
            visitor.button("English").click();

            assertThat(other.locator("html")).hasAttribute("lang", "en");
            assertThat(other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Activity"))).isVisible();
        }
    }

    private Visitor signedIn(int width) {
        return portal.visitor(width, "id").signIn("/sign-in", budi.email(), TestMembers.PASSWORD);
    }
}
