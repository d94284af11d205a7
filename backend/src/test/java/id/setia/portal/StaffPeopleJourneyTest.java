package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.Authenticator;
import id.setia.testing.TestMembers;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class StaffPeopleJourneyTest {

    private static final String PASSWORD = "teh tarik tanpa gula";

    private final Portal portal;

    StaffPeopleJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void an_invited_person_comes_in_sees_the_places_of_the_role_and_is_shut_out_once_disabled() {
        String email = "citra-" + UUID.randomUUID() + "@example.com";
        try (Visitor rina = administrator();
                Visitor citra = portal.visitor(Portal.PHONE, "id").expecting(401)) {
            invite(rina, "Citra Anggraini", email, "Petugas layanan");
            assertThat(rina.page().getByText("Diundang").first()).isVisible();

            accept(citra, email);
            Locator menu = citra.page().getByRole(AriaRole.NAVIGATION);
            assertThat(menu.getByText("Anggota")).isVisible();
            assertThat(menu.getByText("Jejak audit")).hasCount(0);
            assertThat(citra.open("/staff/audit").heading("Anda tidak memiliki akses")).isVisible();

            rina.page().reload();
            assertThat(rina.page().getByText("Aktif", new Page.GetByTextOptions().setExact(true)).first()).isVisible();
            rina.button("Nonaktifkan").click();
            rina.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named("Nonaktifkan")).click();
            assertThat(rina.page().getByText("Akun dinonaktifkan.")).isVisible();
            citra.open("/staff");
            citra.page().waitForURL("**/staff/sign-in**");

            rina.link("Lihat jejaknya").click();
            rina.button("Periksa rantai").click();
            assertThat(rina.page().getByText(Pattern.compile("Utuh: .*kejadian diperiksa"))).isVisible();
            rina.button("Hapus saringan").click();
            assertThat(rina.page().getByText("menonaktifkan staf").first()).isVisible();
        }
    }

    @Test
    void a_second_factor_is_set_up_by_its_first_code_and_asked_for_at_the_next_sign_in() {
        String email = "dian-" + UUID.randomUUID() + "@example.com";
        try (Visitor rina = administrator();
                Visitor dian = portal.visitor(Portal.DESK, "id").expecting(401)) {
            invite(rina, "Dian Permata", email, "Analis");
            accept(dian, email);
            dian.open("/staff/account").button("Pasang").click();
            assertThat(dian.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Kode QR untuk aplikasi autentikator"))).isVisible();
            Authenticator app = new Authenticator(dian.page().locator("form .font-mono").textContent());
            dian.field("Kode 6 angka dari aplikasi").fill(app.code());
            dian.button("Aktifkan").click();
            assertThat(dian.heading("Simpan kode pemulihan Anda")).isVisible();
            Assertions.assertThat(dian.page().locator("ol li").allTextContents()).hasSize(10);
            dian.button("Sudah saya simpan").click();
            assertThat(dian.page().getByText("Aktif", new Page.GetByTextOptions().setExact(true))).isVisible();
            dian.button("Keluar").click();
            dian.page().waitForURL("**/staff/sign-in");

            dian.field("Email").fill(email);
            dian.field("Kata sandi").fill(PASSWORD);
            dian.button("Masuk").click();
            dian.field("Kode").fill(app.nextCode());
            dian.button("Masuk").click();
            dian.page().waitForURL("**/staff/dashboard");
            assertThat(dian.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Dasbor");
        }
    }

    @Test
    void who_forgot_the_password_gets_a_new_one_by_mail() {
        String email = "eka-" + UUID.randomUUID() + "@example.com";
        try (Visitor rina = administrator();
                Visitor eka = portal.visitor(Portal.PHONE, "id")) {
            invite(rina, "Eka Putra", email, "Keuangan");
            accept(eka, email);
        }
        try (Visitor eka = portal.visitor(Portal.PHONE, "id")) {
            eka.open("/staff/sign-in").link("Lupa kata sandi?").click();
            eka.field("Email").fill(email);
            eka.button("Kirim tautan").click();
            assertThat(eka.heading("Periksa email Anda")).isVisible();

            eka.open(portal.postOffice().link(email, "new-password"));
            eka.field("Kata sandi baru").fill("wedang jahe hangat");
            eka.button("Simpan kata sandi").click();
            assertThat(eka.heading("Kata sandi sudah diganti")).isVisible();
            eka.signIn("/staff/sign-in", email, "wedang jahe hangat");
            assertThat(eka.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Dasbor");
        }
    }

    private Visitor administrator() {
        return portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD);
    }

    private static void invite(Visitor rina, String name, String email, String role) {
        rina.open("/staff/people").link("Undang staf").click();
        rina.field("Nama").fill(name);
        rina.field("Email").fill(email);
        rina.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^" + role))).check();
        rina.button("Kirim undangan").click();
        assertThat(rina.heading(name)).isVisible();
    }

    private void accept(Visitor invited, String email) {
        invited.open(portal.postOffice().link(email, "invitation"));
        invited.field("Kata sandi").fill(PASSWORD);
        invited.button("Simpan dan masuk").click();
        invited.page().waitForURL("**/staff");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
