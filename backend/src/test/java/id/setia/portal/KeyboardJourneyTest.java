package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The back office without a mouse. */
@ExtendWith(PortalExtension.class)
class KeyboardJourneyTest {

    private static final int FAR = 120;

    private final Portal portal;

    KeyboardJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_member_a_rule_and_a_reward_that_two_people_change_are_reached_by_keys_alone() {
        String name = "Payung " + System.nanoTime();
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor rina = portal.visitor(Portal.DESK, "id").expecting(412);
                Visitor colleague = portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            putOnTheShelf(colleague, name);

            signIn(rina);
            findByPalette(rina, budi.email());
            tabTo(rina, rina.link("Pencarian anggota"));
            press(rina, "Enter");
            assertThat(rina.heading("Anggota")).isVisible();

            press(rina, "g", "r");
            assertThat(rina.heading("Aturan poin")).isVisible();
            tabTo(rina, rina.page().getByRole(AriaRole.MAIN).locator("li a").first());
            press(rina, "Enter");
            rina.page().waitForURL("**/staff/rules/**");

            press(rina, "g", "h");
            tabTo(rina, rina.page().getByRole(AriaRole.MAIN).locator("li a").filter(new Locator.FilterOptions().setHasText(name)));
            press(rina, "Enter");
            tabTo(rina, rina.link("Ubah"));
            press(rina, "Enter");
            write(rina, rina.field("Harga dalam poin"), "300");

            colleague.link("Ubah").click();
            colleague.field("Harga dalam poin").fill("250");
            colleague.field("Keterangan (Indonesia)").fill("Ambil di kasir.");
            colleague.button("Simpan").click();
            assertThat(colleague.page().getByText("Ambil di kasir.")).isVisible();

            press(rina, "Enter");
            settle(rina);
            assertThat(rina.page().getByText("300 poin")).isVisible();
            assertThat(rina.page().getByText("Ambil di kasir.")).isVisible();
        }
    }

    @Test
    void the_keys_are_listed_and_can_be_turned_off() {
        try (Visitor rina = portal.visitor(Portal.DESK, "id")) {
            signIn(rina);
            assertThat(rina.heading("Anggota")).isVisible();
            press(rina, "/");
            assertThat(rina.page().getByRole(AriaRole.SEARCHBOX)).isFocused();
            tabTo(rina, rina.button("Cari"));
            press(rina, "?");
            Locator keys = rina.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Papan ketik"));
            assertThat(keys).isVisible();
            tabTo(rina, keys.getByRole(AriaRole.CHECKBOX));
            press(rina, " ", "Escape");
            assertThat(keys).isHidden();
            press(rina, "g", "t", "?");
            assertThat(keys).isHidden();
            press(rina, "Control+k");
            assertThat(rina.page().getByRole(AriaRole.COMBOBOX)).isFocused();
            Assertions.assertThat(rina.page().url()).endsWith("/staff");
        }
    }

    private static void putOnTheShelf(Visitor colleague, String name) {
        colleague.open("/staff/rewards/new").field("Jenis").selectOption("product");
        colleague.field("Nama (Indonesia)").fill(name);
        colleague.field("Nama (Inggris)").fill(name);
        colleague.field("Keterangan (Indonesia)").fill("Ambil di toko.");
        colleague.field("Keterangan (Inggris)").fill("Fetch it from a store.");
        colleague.field("Harga dalam poin").fill("200");
        colleague.button("Simpan").click();
        assertThat(colleague.heading(name)).isVisible();
    }

    private static void signIn(Visitor rina) {
        rina.open("/staff/sign-in");
        write(rina, rina.field("Email"), Shop.STAFF_EMAIL);
        write(rina, rina.field("Kata sandi"), TestMembers.PASSWORD);
        press(rina, "Enter");
        rina.page().waitForURL("**/staff/dashboard");
        rina.open("/staff");
    }

    private static void findByPalette(Visitor rina, String email) {
        assertThat(rina.heading("Anggota")).isVisible();
        press(rina, "Control+k");
        assertThat(rina.page().getByRole(AriaRole.COMBOBOX)).isFocused();
        rina.page().keyboard().type(email);
        press(rina, "Enter");
        assertThat(rina.page().getByRole(AriaRole.OPTION).first()).containsText("Budi Santoso");
        press(rina, "Enter");
        assertThat(rina.heading("Budi Santoso")).isVisible();
    }

    /** Both changed the price: mine; only the colleague changed the text: theirs, as offered. */
    private static void settle(Visitor rina) {
        Locator conflict = rina.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Rekan Anda juga mengubah ini"));
        assertThat(conflict).containsText("Rina Hartono");
        Locator save = conflict.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Simpan seperti ini"));
        tabTo(rina, save);
        press(rina, "Enter");
        assertThat(conflict).containsText("Pilih salah satu.");
        assertThat(conflict.getByRole(AriaRole.RADIO).first()).isFocused();
        press(rina, " ");
        tabTo(rina, save);
        press(rina, "Enter");
        assertThat(conflict).isHidden();
    }

    private static void press(Visitor visitor, String... keys) {
        for (String key : keys) {
            visitor.page().keyboard().press(key);
        }
    }

    private static void write(Visitor visitor, Locator field, String text) {
        tabTo(visitor, field);
        press(visitor, "Control+a");
        visitor.page().keyboard().type(text);
    }

    private static void tabTo(Visitor visitor, Locator wanted) {
        assertThat(wanted).isVisible();
        for (int i = 0; i < FAR; i++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            press(visitor, "Tab");
        }
        Assertions.fail("No way by Tab to " + wanted);
    }
}
