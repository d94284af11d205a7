package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import id.setia.testing.TestMembers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A marketer chooses members and gives them something. */
@ExtendWith(PortalExtension.class)
class AudienceJourneyTest {

    private static final Pattern COUNTED = Pattern.compile("Sekarang ada\\s*[1-9][\\d.]*\\s*anggota pada pukul");

    private final Portal portal;

    AudienceJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void an_audience_written_as_a_sentence_gets_an_offer_that_its_members_see_and_others_do_not() {
        String name = name("Banyak poin");
        String offer = name("Bonus");
        TestMembers.TestMember budi = portal.shop().memberWhoMayBeProfiled();
        TestMembers.TestMember sari = portal.shop().memberWhoMayBeProfiled();
        portal.shop().sell("email", budi.email(), 1_500_000);
        try (Visitor tari = tari();
                Visitor inside = member(budi);
                Visitor outside = member(sari)) {
            tari.link("Segmen").click();
            tari.link("Segmen baru").click();
            tari.field("Nama").fill(name);
            add(tari, "Saldo poin");
            tari.field("Poin paling sedikit").fill("1.000");
            assertThat(tari.page().getByText("Anggota yang punya paling sedikit 1.000 poin")).isVisible();
            assertThat(counted(tari)).hasText(COUNTED);
            tari.button("Simpan").click();
            assertThat(tari.heading(name)).isVisible();
            assertThat(counted(tari)).hasText(COUNTED);

            tari.link("Buat penawaran").click();
            assertThat(counted(tari)).hasText(COUNTED);
            tari.field("Nama (Indonesia)").fill(offer);
            tari.field("Nama (Inggris)").fill(offer);
            tari.field("Penjelasan (Indonesia)").fill("Poin dua kali lipat.");
            tari.field("Penjelasan (Inggris)").fill("Twice the points.");
            tari.field("Hari terakhir").fill(LocalDate.now().plusDays(20).toString());
            tari.button("Simpan konsep").click();
            assertThat(tari.heading(offer)).isVisible();
            assertThat(tari.link(name)).isVisible();
            tari.button("Terbitkan").click();
            tari.button("Ya, terbitkan").click();
            assertThat(tari.page().getByText("Berjalan", new Page.GetByTextOptions().setExact(true))).isVisible();

            Locator mine = inside.open("/offers").page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(offer));
            assertThat(mine).containsText("Dipilih untuk Anda");
            assertThat(outside.open("/offers").heading(Shop.OFFER)).isVisible();
            assertThat(outside.heading(offer)).hasCount(0);

            tari.link("Hasil").click();
            assertThat(tari.heading("Hasil " + offer)).isVisible();
            assertThat(tari.page().getByText("tanpa kelompok pembanding")).isVisible();
            tari.link("Segmen").click();
            tari.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(name)).click();
            tari.button("Hapus").click();
            Locator refusal = tari.page().getByRole(AriaRole.DIALOG);
            assertThat(refusal).containsText("belum bisa dihapus");
            assertThat(refusal).containsText(offer);
        }
    }

    @Test
    void a_list_is_filled_from_a_file_and_a_row_that_names_nobody_is_told() {
        String name = name("Undangan");
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor tari = tari()) {
            tari.open("/staff/audiences/new").field("Nama").fill(name);
            tari.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Daftar dari berkas")).check();
            tari.button("Simpan").click();
            assertThat(tari.heading(name)).isVisible();
            byte[] file = ("email\n" + budi.email() + "\nsiapa-" + UUID.randomUUID() + "@example.com\n").getBytes(StandardCharsets.UTF_8);
            tari.field("Berkas anggota").setInputFiles(new FilePayload("undangan.csv", "text/csv", file));
            tari.button("Unggah dan ganti isinya").click();
            assertThat(tari.page().getByText("Selesai", new Page.GetByTextOptions().setExact(true))).isVisible();
            assertThat(tari.page().getByText("Daftar berisi 1 anggota")).isVisible();
            assertThat(tari.link("Unduh laporan")).isVisible();
            tari.button("Hapus").click();
            tari.button("Ya, hapus").click();
            assertThat(tari.heading("Segmen")).isVisible();
            assertThat(tari.page().getByText(name)).hasCount(0);
        }
    }

    @Test
    void who_changes_an_audience_that_somebody_else_changed_meanwhile_settles_it_and_loses_nothing_of_theirs() {
        String name = name("Merah");
        try (Visitor tari = tari();
                Visitor other = tari().expecting(412)) {
            tari.open("/staff/audiences/new").field("Nama").fill(name);
            add(tari, "Tingkat");
            tari.page().getByRole(AriaRole.CHECKBOX).first().check();
            tari.button("Simpan").click();
            assertThat(tari.heading(name)).isVisible();
            tari.link("Ubah").click();
            assertThat(tari.button("Simpan")).isVisible();
            other.open(tari.page().url()).field("Nama").fill(name + " lain");
            tari.field("Nama").fill(name + " baru");
            tari.button("Simpan").click();
            assertThat(tari.heading(name + " baru")).isVisible();

            other.button("Simpan").click();
            Locator conflict = other.page().getByRole(AriaRole.DIALOG);
            assertThat(conflict).containsText(name + " baru");
            assertThat(conflict).containsText(name + " lain");
            conflict.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Kembali")).click();
            assertThat(other.field("Nama")).hasValue(name + " lain");
            other.button("Simpan").click();
            conflict.getByRole(AriaRole.RADIO).first().check();
            conflict.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Simpan seperti ini")).click();
            assertThat(other.heading(name + " lain")).isVisible();
        }
    }

    @Test
    void a_calendar_is_made_changed_and_deleted() {
        String name = name("Ramadan");
        try (Visitor tari = tari().expecting(422)) {
            tari.link("Aturan poin").click();
            tari.link("Kalender").click();
            tari.link("Kalender baru").click();
            tari.field("Nama (Indonesia)").fill(name);
            tari.field("Nama (Inggris)").fill(name);
            tari.button("Simpan").click();
            assertThat(tari.page().getByText("Wajib diisi.")).isVisible();
            tari.field("Hari pertama, rentang 1").fill("2027-02-08");
            tari.field("Hari terakhir, rentang 1").fill("2027-03-09");
            tari.button("Tambah hari").click();
            tari.field("Hari pertama, rentang 2").fill("2028-01-28");
            tari.button("Simpan").click();
            assertThat(tari.page().getByText("8 Februari 2027 sampai 9 Maret 2027 · 28 Januari 2028")).isVisible();
            tari.link("Ubah kalender " + name).click();
            tari.button("Hapus").click();
            tari.button("Ya, hapus").click();
            assertThat(tari.link("Kalender baru")).isVisible();
            assertThat(tari.heading(name)).hasCount(0);
        }
    }

    private static void add(Visitor tari, String criterion) {
        tari.button("Tambah syarat").click();
        tari.page().getByRole(AriaRole.MAIN).locator("ul button").getByText(criterion, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static Locator counted(Visitor tari) {
        return tari.page().locator("section").filter(new Locator.FilterOptions().setHas(tari.heading("Sekarang ada"))).last();
    }

    private static String name(String what) {
        return what + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    private Visitor tari() {
        return portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", portal.shop().marketer(), TestMembers.PASSWORD);
    }

    private Visitor member(TestMembers.TestMember member) {
        return portal.visitor(Portal.PHONE, "id").signIn("/sign-in", member.email(), TestMembers.PASSWORD);
    }
}
