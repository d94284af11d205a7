package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rule on its way: written, tried on what was bought, agreed to by a second person, honoured at the till, stopped. */
@ExtendWith(PortalExtension.class)
class RuleJourneyTest {

    private static final int LARGE = 777_000;
    private static final LocatorAssertions.IsVisibleOptions JOB = new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    private static final Page.WaitForConditionOptions HALF_A_MINUTE = new Page.WaitForConditionOptions().setTimeout(90_000);

    private final Portal portal;
    private final String name = "Belanja besar " + UUID.randomUUID().toString().substring(0, 8);
    private TestMembers.TestMember budi;
    private Visitor dewi;
    private Visitor rina;

    RuleJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void two_people_publish_rules() {
        budi = portal.shop().member();
        dewi = signedIn(portal.shop().marketer());
        rina = signedIn(Shop.STAFF_EMAIL);
        limit("0");
    }

    @AfterEach
    void one_person_publishes_rules() {
        limit("");
        dewi.close();
        rina.close();
    }

    @Test
    void a_rule_is_drafted_tested_on_past_purchases_agreed_to_honoured_at_the_till_stopped_and_judged_again() {
        portal.shop().sell("email", budi.email(), LARGE);

        a_marketer_drafts_a_bonus_for_large_purchases();
        and_sees_what_it_would_have_given();
        and_tries_it_on_the_receipt_that_changes_most();
        and_asks_for_its_publication();
        a_second_person_reads_it_and_agrees();
        once_in_force_it_is_honoured_at_the_till();
        stopped_it_gives_no_more();
        and_what_it_gave_can_be_judged_again();
    }

    private void a_marketer_drafts_a_bonus_for_large_purchases() {
        dewi.link("Aturan poin").click();
        dewi.link("Aturan baru").click();
        dewi.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Bonus tetap")).check();
        dewi.field("Jumlah poin").fill("100");
        dewi.field("Belanja paling sedikit").fill(String.valueOf(LARGE));
        dewi.field("Nama (Indonesia)").fill(name);
        dewi.field("Nama (Inggris)").fill(name);
        dewi.button("Simpan konsep").click();
        assertThat(dewi.page().getByText("Aturan baru: " + name)).isVisible();
        assertThat(dewi.page().getByText("Konsep", new Page.GetByTextOptions().setExact(true))).isVisible();
    }

    private void and_sees_what_it_would_have_given() {
        dewi.link("Mulai uji").click();
        dewi.field("Hari terakhir").fill(LocalDate.now(ZoneId.of("Asia/Jakarta")).toString());
        dewi.button("Mulai uji").click();
        assertThat(dewi.heading("Struk yang paling berubah")).isVisible(JOB);
        assertThat(dewi.page().getByText("Poin tiap pekan").first()).isVisible();
        assertThat(main(dewi).getByText("+100").first()).isVisible();
    }

    private void and_tries_it_on_the_receipt_that_changes_most() {
        dewi.link("Coba struk ini").click();
        dewi.button("Hitung").click();
        assertThat(dewi.heading("Dengan yang dicoba")).isVisible();
        assertThat(main(dewi).getByText("+100").first()).isVisible();
        dewi.link("Konsep aturan").click();
    }

    private void and_asks_for_its_publication() {
        dewi.button("Ajukan untuk ditinjau").click();
        assertThat(dewi.page().getByText("Ditinjau", new Page.GetByTextOptions().setExact(true))).isVisible();
        dewi.button("Terbitkan").click();
        dewi.button("Ya, terbitkan").click();
        assertThat(dewi.page().getByText("Menunggu otorisasi")).isVisible();
    }

    private void a_second_person_reads_it_and_agrees() {
        rina.link("Otorisasi").click();
        Locator request = main(rina).getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Terbitkan aturan"));
        request.getByRole(AriaRole.ROWHEADER).getByRole(AriaRole.BUTTON).first().click();
        rina.page().getByRole(AriaRole.DIALOG).getByText("Baca selengkapnya sebelum memutuskan").click();
        assertThat(rina.page().getByText("Aturan baru: " + name)).isVisible();
        rina.button("Setujui").click();
        assertThat(rina.page().getByText("Sudah terbit sebagai versi 1.")).isVisible();
    }

    private void once_in_force_it_is_honoured_at_the_till() {
        rina.link("Buka aturannya").click();
        Locator inForce = rina.page().getByText("Berlaku", new Page.GetByTextOptions().setExact(true)).first();
        assertThat(rina.button("Hentikan")).isVisible();
        rina.page().waitForCondition(() -> shownAnew(inForce), HALF_A_MINUTE);
        portal.shop().sell("email", budi.email(), LARGE);
        assertThat(activity("+877")).isVisible();
    }

    /** Whether it is there once the page has been read again. */
    private boolean shownAnew(Locator wanted) {
        rina.page().reload();
        rina.button("Hentikan").waitFor();
        return wanted.isVisible();
    }

    private Locator activity(String points) {
        rina.open("/staff");
        rina.page().getByRole(AriaRole.SEARCHBOX).fill(budi.email());
        rina.page().keyboard().press("Enter");
        rina.page().waitForURL("**/staff/members/**");
        return main(rina).getByText(points).first();
    }

    private void stopped_it_gives_no_more() {
        dewi.link("Aturan poin").click();
        main(dewi).getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(name)).first().click();
        dewi.button("Hentikan").click();
        dewi.button("Hentikan sekarang").click();
        assertThat(dewi.page().getByText("Tulis alasannya.")).isVisible();
        dewi.field("Alasan").fill("Terlalu murah hati");
        dewi.button("Hentikan sekarang").click();
        assertThat(dewi.page().getByText("Dihentikan seketika")).isVisible();
        portal.shop().sell("email", budi.email(), LARGE + 1_000);
        assertThat(activity("+778")).isVisible();
    }

    private void and_what_it_gave_can_be_judged_again() {
        dewi.button("Hitung ulang").click();
        dewi.field("Alasan").fill("Bonusnya keliru");
        dewi.button("Coba dulu").click();
        assertThat(dewi.page().getByText("Sudah dicoba")).isVisible(JOB);
        assertThat(main(dewi).getByText("−100").first()).isVisible();
        dewi.button("Perbaiki poin").click();
        assertThat(dewi.page().getByText("Menunggu otorisasi").or(dewi.page().getByText("Selesai")).first()).isVisible(JOB);
    }

    private void limit(String points) {
        rina.open("/staff/corrections/limits");
        Locator box = main(rina).locator("section").filter(new Locator.FilterOptions().setHasText("Menerbitkan aturan"));
        box.getByLabel("Poin per bulan").fill(points);
        box.getByRole(AriaRole.BUTTON).click();
        assertThat(box.getByText("Tersimpan")).isVisible();
        rina.open("/staff");
    }

    private Visitor signedIn(String email) {
        return portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", email, TestMembers.PASSWORD);
    }

    private static Locator main(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.MAIN);
    }
}
