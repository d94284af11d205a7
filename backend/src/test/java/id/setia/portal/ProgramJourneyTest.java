package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A marketer shapes the program in the back office. */
@ExtendWith(PortalExtension.class)
class ProgramJourneyTest {

    private final Portal portal;

    ProgramJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_rule_is_written_as_a_sentence_published_and_changed_as_a_new_version() {
        String name = "Kopi " + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor rina = rina()) {
            rina.link("Aturan poin").click();
            rina.link("Aturan baru").click();
            rina.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Pengali poin")).check();
            rina.field("Berapa kali").fill("3");
            rina.field("Kategori").fill("Minuman > " + name);
            rina.button("Tambah").click();
            rina.field("Sabtu").check();
            rina.field("Minggu").check();
            assertThat(rina.page().getByText("3× poin untuk kategori Minuman › " + name + ", Sabtu–Minggu")).isVisible();
            assertThat(rina.page().getByText("Contoh: Belanja Rp50.000 memberi 150 poin, bukan 50 poin.")).isVisible();
            rina.expecting(422).button("Terbitkan").click();
            assertThat(rina.page().getByText("Wajib diisi.").first()).isVisible();
            rina.field("Nama (Indonesia)").fill(name);
            rina.field("Nama (Inggris)").fill(name);
            lastDay(rina).fill(LocalDate.now().plusDays(20).toString());
            rina.button("Terbitkan").click();

            assertThat(rina.page().getByText("Versi 1", new Page.GetByTextOptions().setExact(true))).isVisible();
            assertThat(rina.page().getByText("Terjadwal").first()).isVisible();
            rina.link("Ubah").click();
            rina.field("Berapa kali").fill("2,5");
            rina.button("Terbitkan").click();
            assertThat(rina.page().getByText("Versi 2", new Page.GetByTextOptions().setExact(true))).isVisible();
            assertThat(rina.page().getByText("Digantikan").or(rina.page().getByText("Terjadwal")).first()).isVisible();
            rina.button("Akhiri").click();
            rina.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Akhiri")).click();
            assertThat(rina.page().getByText("Aturan berakhir")).isVisible();
        }
    }

    @Test
    void an_offer_is_drafted_published_seen_by_a_member_and_ended() {
        String name = "Hadiah " + UUID.randomUUID().toString().substring(0, 8);
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor rina = rina();
                Visitor member = portal.visitor(Portal.PHONE, "id").signIn("/sign-in", budi.email(), TestMembers.PASSWORD)) {
            rina.link("Penawaran").click();
            rina.link("Penawaran baru").click();
            rina.field("Kategori").fill("Uji " + name);
            rina.button("Tambah").click();
            rina.field("Nama (Indonesia)").fill(name);
            rina.field("Nama (Inggris)").fill(name);
            rina.field("Penjelasan (Indonesia)").fill("Poin dua kali lipat.");
            rina.field("Penjelasan (Inggris)").fill("Twice the points.");
            lastDay(rina).fill(LocalDate.now().plusDays(20).toString());
            rina.button("Simpan konsep").click();
            assertThat(rina.heading(name)).isVisible();
            assertThat(rina.page().getByText("Konsep", new Page.GetByTextOptions().setExact(true))).isVisible();
            rina.button("Terbitkan").click();
            rina.button("Ya, terbitkan").click();
            assertThat(rina.page().getByText("Berjalan", new Page.GetByTextOptions().setExact(true))).isVisible();

            assertThat(member.open("/offers").heading(name)).isVisible();

            rina.button("Akhiri").click();
            rina.button("Ya, akhiri").click();
            assertThat(rina.page().getByText("Berakhir", new Page.GetByTextOptions().setExact(true))).isVisible();
            member.open("/offers");
            assertThat(member.heading(Shop.OFFER)).isVisible();
            assertThat(member.heading(name)).hasCount(0);
        }
    }

    @Test
    void the_ladder_is_changed_and_its_history_kept() {
        try (Visitor rina = rina()) {
            rina.link("Tingkat").click();
            rina.button("Ubah tingkat").click();
            Locator thresholds = rina.page().getByLabel("Rata-rata belanja per bulan, mulai dari (IDR)");
            thresholds.first().fill("2500000");
            rina.expecting(422).button("Simpan").click();
            assertThat(rina.page().getByText("Harus lebih tinggi daripada tingkat di bawahnya.")).isVisible();
            thresholds.first().fill("1200000");
            rina.button("Simpan").click();
            assertThat(rina.page().getByText("mulai Rp1.200.000 per bulan")).isVisible();
            assertThat(rina.page().getByText("Rina Hartono").nth(1)).isVisible();

            rina.button("Ubah tingkat").click();
            thresholds.first().fill("1000000");
            rina.button("Simpan").click();
            assertThat(rina.page().getByText("mulai Rp1.000.000 per bulan")).isVisible();
        }
    }

    private Visitor rina() {
        return portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD);
    }

    private static Locator lastDay(Visitor rina) {
        return rina.page().getByLabel("Hari terakhir");
    }
}
