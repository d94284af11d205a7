package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class SettingUpJourneyTest {

    private final Portal portal;

    SettingUpJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void an_administrator_opens_a_store_and_a_till_and_stores_its_credentials() {
        try (Visitor rina = portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            rina.open("/staff/partners").button("Tambah toko").click();
            rina.field("Nama toko").fill("Toko Anggrek");
            rina.field("Kode toko").fill("anggrek");
            dialog(rina).getByRole(AriaRole.BUTTON, named("Simpan")).click();
            assertThat(rina.heading("Toko Anggrek")).isVisible();

            rina.button("Tambah terminal").click();
            rina.field("Nomor terminal").fill("1");
            dialog(rina).getByRole(AriaRole.BUTTON, named("Simpan")).click();
            assertThat(rina.page().getByText("Belum punya kredensial.")).isVisible();

            rina.button("Terbitkan kredensial").click();
            dialog(rina).getByRole(AriaRole.BUTTON, named("Terbitkan kredensial")).click();
            assertThat(rina.page().getByText("client_secret")).isVisible();
            assertThat(rina.button("Selesai")).isDisabled();
            rina.page().getByText("Saya sudah menyimpannya").click();
            rina.button("Selesai").click();

            assertThat(rina.page().getByText("client_secret")).hasCount(0);
            assertThat(rina.link("Terminal 1, Toko Anggrek")).isVisible();
        }
    }

    @Test
    void the_terms_can_be_read_without_signing_in() {
        try (Visitor sari = portal.visitor(Portal.PHONE, "id")) {
            sari.open("/terms");

            assertThat(sari.heading("Syarat keanggotaan")).isVisible();
            assertThat(sari.page().getByText("Klub Nusantara, versi 1")).isVisible();
            assertThat(sari.heading("Poin")).isVisible();
        }
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
