package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import id.setia.testing.TestMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class StaffJourneyTest {

    private final Portal portal;

    StaffJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void staff_find_a_member_by_email_receipt_and_card_and_see_everything() {
        TestMembers.TestMember budi = portal.shop().member();
        String receipt = portal.shop().sell("email", budi.email(), 75_000);
        try (Visitor rina = portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            find(rina, budi.email());
            String card = cardOf(rina);
            find(rina, receipt);
            find(rina, card);

            assertThat(figure(rina, "poin tersedia")).hasText("175");
            assertThat(figure(rina, "nilai poin")).hasText("Rp1.750");
            assertThat(rina.page().getByText("Mengapa dapat 75 poin?")).isVisible();
            assertThat(rina.page().getByText("1 poin tiap Rp1.000, dari Rp75.000, dibulatkan ke bawah").first()).isVisible();

            tab(rina, "Mutasi poin").click();
            assertThat(rina.page().getByRole(AriaRole.TABPANEL)).containsText("Bonus bergabung");
            tab(rina, "Pembelian").click();
            Locator purchases = rina.page().getByRole(AriaRole.TABPANEL);
            assertThat(purchases).containsText("struk " + receipt);
            purchases.locator("summary").first().click();
            assertThat(purchases.getByRole(AriaRole.CELL, new Locator.GetByRoleOptions().setName("Beras 5 kg"))).isVisible();
        }
    }

    @Test
    void staff_move_a_purchase_to_who_really_bought_and_take_points_after_seeing_what_would_happen() {
        TestMembers.TestMember wrong = portal.shop().member();
        TestMembers.TestMember right = portal.shop().member();
        portal.shop().sell("email", wrong.email(), 75_000);
        try (Visitor rina = portal.visitor(Portal.PHONE, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            find(rina, wrong.email());
            tab(rina, "Pembelian").click();
            Locator purchases = rina.page().getByRole(AriaRole.TABPANEL);
            purchases.locator("summary").first().click();
            rina.button("Pindahkan atau lepaskan").click();
            rina.field("Anggota yang sebenarnya belanja").fill(right.email());
            rina.field("Penjelasan untuk rekan").fill("Kartu tertukar di kasir");
            rina.button("Lihat akibatnya dulu").click();
            assertThat(rina.page().getByText("Poin tersedia: 175 → 100")).isVisible();
            assertThat(rina.page().getByText("Poin tersedia: 100 → 175")).isVisible();
            rina.button("Pindahkan sekarang").click();
            assertThat(rina.page().getByText("Selesai dan tercatat.")).isVisible();
            assertThat(figure(rina, "poin tersedia")).hasText("100");

            find(rina, right.email());
            assertThat(rina.page().getByText("Dipindahkan ke sini dari anggota lain").first()).isVisible();
            rina.button("Tambah/kurangi poin").click();
            rina.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Kurangi")).check();
            rina.field("Berapa poin").fill("25");
            rina.field("Penjelasan untuk rekan").fill("Promo terhitung dua kali");
            rina.button("Lihat akibatnya dulu").click();
            rina.button("Kurangi poin sekarang").click();
            assertThat(figure(rina, "poin tersedia")).hasText("150");
        }
    }

    private static void find(Visitor rina, String query) {
        rina.open("/staff").page().getByRole(AriaRole.SEARCHBOX).fill(query);
        rina.button("Cari").click();
        rina.page().waitForURL("**/staff/members/**");
        assertThat(rina.heading("Budi Santoso")).isVisible();
    }

    private static String cardOf(Visitor rina) {
        String about = rina.heading("Budi Santoso").locator("xpath=following-sibling::p").textContent();
        return about.split("·")[0].replaceAll("\\D", "");
    }

    private static Locator figure(Visitor rina, String label) {
        return rina.page().getByText(label, new Page.GetByTextOptions().setExact(true)).locator("xpath=following-sibling::dd");
    }

    private static Locator tab(Visitor rina, String name) {
        return rina.page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void staff_upload_past_purchases_watch_them_come_in_and_read_what_was_refused() throws IOException {
        String customer = "P-" + UUID.randomUUID();
        String file = """
                receipt_number,occurred_at,sku,name,quantity,amount,customer,customer_name,store
                L-1,2026-03-02 10:15:00,8990001,Beras 5 kg,1,84000,%1$s,Wayan Sudarma,%2$s
                L-1,2026-03-02 10:15:00,8990002,Gula 1 kg,2,35000,%1$s,Wayan Sudarma,%2$s
                L-2,kemarin sore,8990001,Beras 5 kg,1,84000,%1$s,Wayan Sudarma,%2$s
                """.formatted(customer, Shop.CODE);
        try (Visitor rina = portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            rina.link("Impor").click();
            rina.field("Berkas")
                    .setInputFiles(new FilePayload("belanja-maret.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            rina.button("Unggah").click();

            assertThat(rina.heading("belanja-maret.csv")).isVisible();
            assertThat(rina.page().getByText("Selesai", new Page.GetByTextOptions().setExact(true)).first()).isVisible();
            assertThat(figure(rina, "pembelian")).hasText("1");
            assertThat(figure(rina, "poin")).hasText("119");
            assertThat(figure(rina, "anggota baru")).hasText("1");
            assertThat(figure(rina, "ditolak")).hasText("1");

            Download report = rina.page().waitForDownload(() -> rina.link("Unduh laporan").click());
            Assertions.assertThat(Files.readString(report.path())).contains("kemarin sore").doesNotContain("L-1,");
        }
    }
}
