package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What points buy: taken, shown at the till, and given back. */
@ExtendWith(PortalExtension.class)
class RewardJourneyTest {

    private static final Pattern CODE = Pattern.compile("^\\s*(\\w{4}-)+\\w+\\s*$");

    private final Portal portal;

    RewardJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_reward_is_taken_once_and_its_voucher_turns_used_when_the_till_uses_it() {
        portal.shop().offerVoucher(140);
        TestMembers.TestMember budi = portal.shop().member();
        portal.shop().sell("email", budi.email(), 200_000);
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id").signIn("/sign-in", budi.email(), TestMembers.PASSWORD)) {
            visitor.link("Semua hadiah").click();
            priced(visitor, "140 poin").click();
            visitor.button("Tukar 140 poin").dblclick();
            assertThat(visitor.heading("Sudah menjadi milik Anda")).isVisible();
            visitor.link("Lihat voucer").click();
            Locator code = dialog(visitor).getByText(CODE);
            assertThat(code).isVisible();
            portal.shop().takeVoucher(code.textContent().strip());

            assertThat(dialog(visitor).getByText("Voucer sudah dipakai di kasir.")).isVisible();
            visitor.open("/vouchers");
            assertThat(visitor.page().getByRole(AriaRole.ARTICLE)).hasCount(1);
            assertThat(visitor.page().getByRole(AriaRole.ARTICLE)).containsText("Sudah dipakai");
        }
    }

    @Test
    void a_reward_taken_by_mistake_gives_its_points_back() {
        portal.shop().offerVoucher(130);
        TestMembers.TestMember budi = portal.shop().member();
        portal.shop().sell("email", budi.email(), 200_000);
        try (Visitor visitor = portal.visitor(Portal.DESK, "en").signIn("/sign-in", budi.email(), TestMembers.PASSWORD)) {
            String before = balance(visitor);
            priced(visitor, "130 points").click();
            visitor.button("Spend 130 points").click();
            assertThat(visitor.heading("It is yours")).isVisible();
            visitor.open("/vouchers");
            visitor.button("Give the points back: Test reward").click();
            visitor.button("Yes, give them back").click();
            assertThat(visitor.page().getByRole(AriaRole.ARTICLE)).containsText("Taken back");
            Assertions.assertThat(balance(visitor)).isEqualTo(before);
        }
    }

    @Test
    void what_a_marketer_puts_on_the_shelf_members_see_at_once() {
        String name = "Payung lipat " + System.nanoTime();
        try (Visitor rina = portal.visitor(Portal.DESK, "id").expecting(422).signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            rina.open("/staff/rewards").link("Hadiah baru").click();
            rina.field("Jenis").selectOption("product");
            rina.field("Nama (Indonesia)").fill(name);
            rina.field("Nama (Inggris)").fill("Folding umbrella");
            rina.field("Keterangan (Indonesia)").fill("Ambil di toko.");
            rina.field("Keterangan (Inggris)").fill("Fetch it from a store.");
            rina.button("Simpan").click();
            assertThat(rina.page().locator("[aria-invalid=true]")).hasCount(1);
            rina.field("Harga dalam poin").fill("100000");
            rina.button("Simpan").click();
            rina.button("Terbitkan").click();
            rina.button("Ya, terbitkan").click();
            assertThat(rina.page().getByText("Terbit", new Page.GetByTextOptions().setExact(true))).isVisible();
        }
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id").signIn("/sign-in", budi.email(), TestMembers.PASSWORD)) {
            Locator umbrella = visitor.open("/rewards").page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(name));
            assertThat(umbrella).containsText(Pattern.compile("Kurang 99\\.\\d{3}.poin"));
        }
    }

    private static String balance(Visitor visitor) {
        Locator told = visitor.open("/rewards").page().getByText(Pattern.compile("You have \\d"));
        assertThat(told).isVisible();
        return told.textContent();
    }

    private static Locator priced(Visitor visitor, String price) {
        return visitor.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(price)).getByRole(AriaRole.BUTTON);
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG);
    }
}
