package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.Browser;
import id.setia.testing.Browser.Answer;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deployment nobody has touched, without demo data: from the one-time link to the first points, through its pages alone. */
@ExtendWith(PortalExtension.class)
class ShopGoesLiveJourneyTest {

    private static final String PASSWORD = "kopi susu gula aren";
    private static final String SHOPPER = "wulan@example.com";

    private final Portal portal;

    ShopGoesLiveJourneyTest(Portal portal) {
        this.portal = portal;
    }

    private record Credentials(String clientId, String clientSecret) {}

    @Test
    void from_the_one_time_link_to_the_first_points_on_a_phone() {
        try (Portal live = portal.untouched("live")) {
            Credentials till;
            try (Visitor owner = live.visitor(Portal.DESK, "id")) {
                becomeAdministrator(owner, live.setupPath());
                nameTheProgram(owner);
                openAStore(owner);
                till = connectATill(owner);
                changeTheTiers(owner);
            }
            try (Visitor wulan = live.visitor(Portal.PHONE, "id")) {
                join(wulan, live);
                String card = readTheCard(wulan);

                sell(live.till(), till, card);

                seeTheFirstPoints(wulan);
            }
        }
    }

    private static void becomeAdministrator(Visitor owner, String link) {
        owner.open(link);
        owner.field("Nama").fill("Ibu Ratna");
        owner.field("Email").fill("ratna@toko.example.com");
        owner.field("Kata sandi").fill(PASSWORD);
        owner.button("Buat dan masuk").click();
        assertThat(owner.heading("Langkah pertama")).isVisible();
    }

    private static void nameTheProgram(Visitor owner) {
        owner.link("Pengaturan").click();
        owner.field("Nama program").fill("Sahabat Melati");
        owner.button("Simpan").click();
        assertThat(owner.page().getByText("Tersimpan").first()).isVisible();
        assertThat(owner.link("Sahabat Melati")).isVisible();
    }

    private static void openAStore(Visitor owner) {
        owner.link("Mitra dan toko").click();
        owner.button("Tambah toko").click();
        owner.field("Nama toko").fill("Melati Cikini");
        owner.field("Kode toko").fill("cikini");
        dialogButton(owner, "Simpan").click();
        assertThat(owner.heading("Melati Cikini")).isVisible();
    }

    private static Credentials connectATill(Visitor owner) {
        owner.button("Tambah terminal").click();
        owner.field("Nomor terminal").fill("1");
        dialogButton(owner, "Simpan").click();
        owner.button("Terbitkan kredensial").click();
        dialogButton(owner, "Terbitkan kredensial").click();
        assertThat(owner.page().getByText("client_secret")).isVisible();
        Credentials shown = new Credentials(
                owner.page().locator("dt:has-text('client_id') + dd code").textContent().strip(),
                owner.page().locator("dt:has-text('client_secret') + dd code").textContent().strip());
        owner.page().getByText("Saya sudah menyimpannya").click();
        owner.button("Selesai").click();
        return shown;
    }

    private static void changeTheTiers(Visitor owner) {
        owner.link("Tingkat").click();
        owner.button("Ubah tingkat").click();
        owner.page().getByLabel("Rata-rata belanja per bulan, mulai dari (IDR)").first().fill("750000");
        owner.button("Simpan").click();
        assertThat(owner.page().getByText("mulai Rp750.000 per bulan")).isVisible();
    }

    private static void join(Visitor wulan, Portal live) {
        wulan.open("/").link("Gabung gratis").click();
        assertThat(wulan.page().getByText("Sahabat Melati").first()).isVisible();
        wulan.field("Nama").fill("Wulan Sari");
        wulan.field("Email").fill(SHOPPER);
        wulan.field("Kata sandi").fill(PASSWORD);
        wulan.page().getByRole(AriaRole.CHECKBOX).last().check();
        wulan.button("Lanjut").click();
        wulan.field("Kode 6 angka").fill(live.postOffice().code(SHOPPER));
        wulan.page().waitForURL("**/home");
    }

    private static String readTheCard(Visitor wulan) {
        wulan.link("Tunjukkan kartu").click();
        String number = wulan.page().getByText(MemberJourneyTest.CARD).textContent().replaceAll("\\D", "");
        wulan.link("Tutup kartu, kembali ke beranda").click();
        return number;
    }

    private static void sell(Browser till, Credentials credentials, String card) {
        Answer token = till.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + credentials.clientId() + "&client_secret=" + credentials.clientSecret());
        Instant now = Instant.now();
        Answer sold = till.with("Authorization", "Bearer " + token.text("access_token"))
                .post("/api/v1/purchases", """
                        {"channel":"store","till":"1","receiptNumber":"0001","businessDate":"%s","occurredAt":"%s","member":{"card":"%s"},
                        "lines":[{"position":1,"name":"Beras 5 kg","quantity":"1","amount":{"amount":"82500","currency":"IDR"}}],
                        "total":{"amount":"82500","currency":"IDR"},
                        "tenders":[{"kind":"cash","amount":{"amount":"82500","currency":"IDR"}}]}"""
                        .formatted(now.atZone(ZoneId.of("Asia/Jakarta")).toLocalDate(), now, card));
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
        assertThat(sold.json().get("pointsEarned").getLongValue()).isEqualTo(82);
    }

    private static void seeTheFirstPoints(Visitor wulan) {
        wulan.page().reload();
        Locator purchase = wulan.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Belanja di Melati Cikini"));
        assertThat(purchase).containsText("+82");
        assertThat(wulan.page().getByLabel("Saldo poin dan kartu Anda")).containsText("182");
    }

    private static Locator dialogButton(Visitor visitor, String name) {
        return visitor.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
