package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who steers the program reads its figures, and who keeps its books closes a month. */
@ExtendWith(PortalExtension.class)
class FiguresJourneyTest {

    private static Portal still;

    /** Nothing happens by itself there, so that each test says what is counted and closed when. */
    @BeforeAll
    static void open(Portal portal) {
        still = portal.still("figures");
        still.shop().earnLastMonth(1_250);
        still.shop().sell("email", still.shop().member().email(), 120_000);
        still.shop().sellToNobody(80_000);
        still.shop().countFigures();
    }

    @AfterAll
    static void close() {
        still.close();
    }

    @Test
    void the_back_office_opens_on_figures_that_lead_to_what_is_behind_them() throws IOException {
        try (Visitor rina = still.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            rina.page().waitForURL("**/staff/dashboard");
            assertThat(tile(rina, "Porsi penjualan anggota")).containsText("60%");
            assertThat(tile(rina, "Anggota aktif").first()).containsText("1");
            assertThat(rina.page().locator("canvas")).isVisible();
            rina.button("Lihat tabel").click();
            assertThat(rina.page().getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Rp200.000")).first()).isVisible();

            rina.button("Hari").click();
            rina.page().waitForURL(Pattern.compile(".*period=day.*"));
            rina.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Rincian Penjualan: ")).first().click();
            rina.page().waitForURL("**/staff/dashboard/sales**");
            assertThat(rina.page().getByRole(AriaRole.ROW)).hasCount(3);
            assertThat(rina.page().getByText("Rp120.000")).isVisible();
            assertThat(rina.page().getByText("bukan anggota")).isVisible();
            Download file = rina.page().waitForDownload(() -> rina.link("Unduh CSV").click());
            Assertions.assertThat(Files.readAllLines(file.path())).hasSize(3);
            rina.page().getByText("Lihat anggota").first().click();
            assertThat(rina.heading("Budi Santoso")).isVisible();
        }
    }

    @Test
    void a_target_is_set_and_shows_how_much_of_it_is_reached() {
        try (Visitor rina = still.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            rina.button("Target").click();
            rina.field("Penjualan (uang)").fill("400000");
            rina.button("Simpan target").click();
            assertThat(rina.page().getByText("Tersimpan")).isVisible();
            rina.page().keyboard().press("Escape");
            assertThat(rina.page().getByText(Pattern.compile("50% dari target Rp400"))).isVisible();
        }
    }

    @Test
    void a_month_is_closed_for_good_and_read() throws IOException {
        try (Visitor rina = still.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            rina.link("Kewajiban").click();
            assertThat(rina.heading("Kewajiban")).isVisible();
            rina.link("Tutup buku").click();
            Locator close = rina.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Tutup .* \\d{4}$")));
            close.click();
            assertThat(rina.page().getByText("Bulan yang ditutup tidak bisa dibuka lagi.")).isVisible();
            rina.button("Tutup bulan ini").click();
            assertThat(rina.page().getByText("Sedang dihitung")).isVisible();
            still.shop().closeWhatIsBegun();
            Locator month = rina.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM).getByRole(AriaRole.LINK).first();
            assertThat(month).containsText("Ditutup");
            month.click();
            assertThat(rina.page().getByText("Cocok dengan buku besar")).isVisible();
            assertThat(rina.page().getByText(Pattern.compile("^1\\.250.poin")).first()).isVisible();
            assertThat(rina.page().getByText("+1.250")).isVisible();
            Download journal = rina.page().waitForDownload(() -> rina.link("Jurnal CSV").click());
            Assertions.assertThat(Files.readString(journal.path())).contains("issued").contains("-1250");
        }
    }

    private static Locator tile(Visitor rina, String name) {
        return rina.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions()
                .setHas(rina.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true))));
    }
}
