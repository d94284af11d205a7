package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What pages of the back office become while they are used, before the {@link PageJudge}. */
@ExtendWith(PortalExtension.class)
class StaffStatesAccessibilityTest extends PageJudging {

    StaffStatesAccessibilityTest(Portal portal) {
        super(portal);
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void members_before_staff(int width, String language, boolean dark) {
        portal.shop().member();
        TestMembers.TestMember budi = portal.shop().shopper();
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/imports").page().getByText(language.equals("id") ? "Anggota dari sistem lama" : "Members of another system").click();
            judge(visitor, "an import of members");
            visitor.open("/staff");
            search(visitor, "Budi Santoso");
            assertThat(visitor.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM).first()).isVisible();
            judge(visitor, "several found");
            search(visitor, budi.email());
            visitor.page().waitForURL("**/staff/members/**");
            Locator tabs = visitor.page().getByRole(AriaRole.TAB);
            assertThat(tabs).hasCount(6);
            for (Locator tab : tabs.all()) {
                tab.click();
                assertThat(visitor.page().locator(".skeleton")).hasCount(0);
                judge(visitor, "member, " + tab.textContent());
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void setting_a_second_factor_up(int width, String language, boolean dark) {
        boolean indonesian = language.equals("id");
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/account").button(indonesian ? "Pasang" : "Set up").click();
            assertThat(visitor.page().locator("svg[role=img]")).isVisible();
            judge(visitor, "setting a second factor up");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void the_palette_the_keys_the_view_of_a_table_and_two_people_changing_one_thing(int width, String language, boolean dark) {
        boolean indonesian = language.equals("id");
        portal.shop().member();
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/people").page().locator("summary").first().click();
            judge(visitor, "the view of a table");
            visitor.page().keyboard().press("Control+k");
            assertThat(visitor.page().getByRole(AriaRole.COMBOBOX)).isVisible();
            judge(visitor, "the palette");
            Locator asked = visitor.page().getByRole(AriaRole.COMBOBOX);
            asked.fill("Budi Santoso");
            asked.press("Enter");
            assertThat(visitor.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.OPTION).first()).containsText("Budi");
            judge(visitor, "members in the palette");
            visitor.page().keyboard().press("Escape");
            visitor.page().keyboard().press("?");
            assertThat(visitor.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.CHECKBOX)).isVisible();
            judge(visitor, "the keys");
            visitor.open("/design").button(indonesian ? "Dua orang mengubah" : "Two people changed it").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.RADIO).first()).isVisible();
            judge(visitor, "a conflict");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void pages_of_operations(int width, String language, boolean dark) {
        portal.shop().sellToNobody(87_500);
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/webhooks/new").page().getByRole(AriaRole.RADIO).nth(1).click();
            judge(visitor, "types of events to choose from");
            visitor.button(language.equals("id") ? "Daftarkan" : "Register").click();
            assertThat(visitor.expecting(422).page().locator("[aria-invalid=true]").first()).isVisible();
            judge(visitor, "an endpoint refused");
            visitor.field(language.equals("id") ? "Nama" : "Name").fill("CRM");
            visitor.field(language.equals("id") ? "Alamat" : "Address").fill("https://hooks.example.com/setia");
            visitor.button(language.equals("id") ? "Daftarkan" : "Register").click();
            assertThat(visitor.page().locator("code").filter(new Locator.FilterOptions().setHasText("whsec_"))).isVisible();
            judge(visitor, "a secret shown once");
            visitor.page().getByRole(AriaRole.CHECKBOX).click();
            visitor.button(language.equals("id") ? "Selesai" : "Done").click();
            assertThat(visitor.heading("CRM")).isVisible();
            judge(visitor, "an endpoint");
            judge(visitor, List.of("/staff/purchases?attached=false"));
            visitor.page().locator("summary").first().click();
            visitor.button(language.equals("id") ? "Kaitkan ke anggota" : "Attach to a member").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "a purchase of nobody to attach");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void pages_of_figures_and_books(int width, String language, boolean dark) {
        boolean indonesian = language.equals("id");
        portal.shop().shopper();
        portal.shop().countFigures();
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/dashboard");
            assertThat(visitor.page().locator("canvas")).isVisible();
            visitor.button(indonesian ? "Lihat tabel" : "Show table").click();
            visitor.page().getByRole(AriaRole.ARTICLE).first().getByRole(AriaRole.BUTTON).click();
            judge(visitor, "a dashboard with its table");
            visitor.button(indonesian ? "Target" : "Targets").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG).locator("form")).isVisible();
            judge(visitor, "targets");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void pages_of_the_program(int width, String language, boolean dark) {
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/offers/new").button(language.equals("id") ? "Simpan konsep" : "Save draft").click();
            assertThat(visitor.expecting(422).page().locator("[aria-invalid=true]").first()).isVisible();
            judge(visitor, "refused draft");
            visitor.open("/staff/rules").page().getByRole(AriaRole.MAIN).locator("li a").first().click();
            assertThat(visitor.page().getByRole(AriaRole.HEADING).nth(1)).isVisible();
            visitor.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).last().click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "a rule about to stop");
            visitor.open("/staff/tiers").button(language.equals("id") ? "Ubah tingkat" : "Change tiers").click();
            judge(visitor, "tiers being changed");
            visitor.open("/staff/offers").page().getByRole(AriaRole.MAIN).locator("li a").first().click();
            visitor.button(language.equals("id") ? "Akhiri" : "End").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "an offer about to end");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void pages_where_rules_are_drafted_and_tested(int width, String language, boolean dark) {
        boolean indonesian = language.equals("id");
        portal.shop().shopper();
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/rules/new");
            for (String condition : indonesian
                    ? List.of("Produk", "Merek", "Mitra", "Toko", "Saluran", "Jam", "Tanggal dalam bulan", "Kalender", "Segmen", "Belanja pertama", "Ulang tahun", "Cara bayar")
                    : List.of("Products", "Brands", "Partners", "Stores", "Channels", "Hours", "Days of the month", "Calendars", "Audiences", "First purchase", "Birthday", "Payment")) {
                visitor.button(indonesian ? "Tambah syarat" : "Add a condition").click();
                visitor.page().getByRole(AriaRole.MAIN).locator("ul button").getByText(condition, new Locator.GetByTextOptions().setExact(true)).click();
            }
            visitor.page().getByRole(AriaRole.MAIN).locator("details summary").click();
            visitor.field(indonesian ? "Masa berlaku poin" : "How long the points last").selectOption("otherwise");
            judge(visitor, "a rule with every condition and its limits");
            visitor.open("/staff/rules/new");
            visitor.field(indonesian ? "Nama (Indonesia)" : "Name (Indonesian)").fill("Coba");
            visitor.field(indonesian ? "Nama (Inggris)" : "Name (English)").fill("Trial");
            visitor.button(indonesian ? "Simpan konsep" : "Save as draft").click();
            visitor.page().waitForURL("**/staff/rules/drafts/rdr_*");
            assertThat(visitor.link(indonesian ? "Ubah" : "Change")).isVisible();
            judge(visitor, "a draft of a rule");
            visitor.button(indonesian ? "Terbitkan" : "Publish").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "a draft about to be published");
            visitor.page().keyboard().press("Escape");
            visitor.link(indonesian ? "Ubah" : "Change").click();
            assertThat(visitor.button(indonesian ? "Simpan konsep" : "Save as draft")).isVisible();
            judge(visitor, "a draft being changed");
            visitor.page().goBack();
            visitor.link(indonesian ? "Coba pada satu struk" : "Try on one receipt").click();
            visitor.button(indonesian ? "Hitung" : "Reckon").click();
            assertThat(visitor.page().getByRole(AriaRole.HEADING).nth(3)).isVisible();
            judge(visitor, "a rule tried on a receipt");
            judge(visitor, List.of("/staff/rules/back-tests"));
            visitor.field(indonesian ? "Hari terakhir" : "Last day").fill(LocalDate.now(ZoneId.of("Asia/Jakarta")).toString());
            visitor.button(indonesian ? "Mulai uji" : "Begin the test").click();
            assertThat(visitor.page().locator("figure").first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            visitor.page().locator("figure summary").first().click();
            judge(visitor, "a back-test");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void pages_of_what_tiers_would_do(int width, String language, boolean dark) {
        boolean indonesian = language.equals("id");
        portal.shop().shopper();
        try (Visitor visitor = staff(width, language, dark)) {
            judge(visitor, List.of("/staff/tiers/what-if"));
            visitor.button(indonesian ? "Lihat siapa yang pindah" : "See who moves").click();
            assertThat(visitor.page().locator("figure").first()).isVisible();
            judge(visitor, "another ladder");
            visitor.expecting(404);
            visitor.open("/staff/tiers/runs/1999-01");
            assertThat(visitor.page().getByText(indonesian ? "Tidak ada penilaian pada bulan ini" : "There is no evaluation of this month")).isVisible();
            judge(visitor, "an evaluation that never was");
            visitor.open("/staff/rejudgements/rej_unknown");
            assertThat(visitor.page().getByText(indonesian ? "Hitung ulang tidak ditemukan" : "Judging again not found")).isVisible();
            judge(visitor, "a judging again that never was");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void pages_of_audiences_and_calendars(int width, String language, boolean dark) {
        boolean indonesian = language.equals("id");
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/audiences/new");
            for (String part : indonesian
                    ? List.of("Belanja", "Kelompok belanja", "Tingkat", "Saldo poin", "Tanggal bergabung", "Bulan ulang tahun", "Persetujuan data")
                    : List.of("Purchases", "Shopping group", "Tier", "Points balance", "Day of joining", "Month of birthday", "Consent")) {
                visitor.button(indonesian ? "Tambah syarat" : "Add a criterion").click();
                visitor.page().getByRole(AriaRole.MAIN).locator("ul button").getByText(part, new Locator.GetByTextOptions().setExact(true)).click();
            }
            visitor.button(indonesian ? "Tambah kelompok" : "Add a group").click();
            judge(visitor, "criteria being written");
            visitor.open("/staff/audiences/new").field(indonesian ? "Nama" : "Name").fill("Daftar " + System.nanoTime());
            visitor.page().getByRole(AriaRole.RADIO).last().check();
            visitor.button(indonesian ? "Simpan" : "Save").click();
            assertThat(visitor.page().locator("input[type=file]")).isVisible();
            judge(visitor, "a list");
            String list = visitor.page().url();
            visitor.button(indonesian ? "Hapus" : "Delete").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "an audience about to be deleted");
            visitor.open("/staff/offers/new?audience=" + list.substring(list.lastIndexOf('/') + 1));
            assertThat(visitor.button(indonesian ? "Simpan konsep" : "Save draft")).isVisible();
            judge(visitor, "an offer for an audience");
            visitor.open("/staff/offers").page().getByRole(AriaRole.MAIN).locator("li a").first().click();
            visitor.link(indonesian ? "Hasil" : "Results").click();
            assertThat(visitor.page().getByRole(AriaRole.TABLE).first()).isVisible();
            judge(visitor, "what an offer brought");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void pages_where_staff_put_things_right(int width, String language, boolean dark) {
        TestMembers.TestMember budi = portal.shop().member();
        portal.shop().givePoints(budi);
        try (Visitor visitor = staff(width, language, dark)) {
            visitor.open("/staff/corrections").page().getByRole(AriaRole.ROWHEADER).getByRole(AriaRole.BUTTON).first().click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.LISTITEM).first()).isVisible();
            judge(visitor, "the acts of a day");
            visitor.open("/staff/approvals").page().getByRole(AriaRole.ROWHEADER).getByRole(AriaRole.BUTTON).first().click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX)).isVisible();
            judge(visitor, "an approval");
            visitor.open("/staff");
            search(visitor, budi.email());
            visitor.page().waitForURL("**/staff/members/**");
            boolean indonesian = language.equals("id");
            visitor.button(indonesian ? "Tambah/kurangi poin" : "Add or take points").click();
            judge(visitor, "points by hand");
            visitor.page().keyboard().press("Escape");
            visitor.button(indonesian ? "Kaitkan struk" : "Attach a receipt").click();
            judge(visitor, "a receipt to attach");
            visitor.page().keyboard().press("Escape");
            visitor.button(indonesian ? "Beri tingkat" : "Give a tier").click();
            judge(visitor, "a tier to give");
        }
    }

    private static void search(Visitor visitor, String query) {
        visitor.page().getByRole(AriaRole.SEARCHBOX).fill(query);
        visitor.page().keyboard().press("Enter");
    }
}
