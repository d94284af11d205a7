package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.PhoneReceiver;
import id.setia.testing.TestMembers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members do with a phone number on the pages, while the programme reaches phones. */
@ExtendWith(PortalExtension.class)
class PhoneJourneyTest {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final Portal portal;
    private PhoneReceiver receiver;
    private String number;
    private int codes;

    PhoneJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void reach_phones() {
        receiver = new PhoneReceiver();
        portal.shop().phones().turnOn(receiver);
        number = portal.shop().phones().number();
        codes = 0;
    }

    @AfterEach
    void reach_none() {
        portal.shop().phones().turnOff();
        receiver.close();
    }

    @Test
    void a_number_that_was_sold_again_gets_an_account_of_its_own() {
        try (Visitor rina = portal.visitor(Portal.PHONE, "id")) {
            join(rina, "Rina Marlina");
            rina.page().waitForURL("**/home");
            assertThat(rina.heading("Rina Marlina")).isVisible();
        }
        try (Visitor dodi = portal.visitor(Portal.DESK, "id").expecting(409)) {
            join(dodi, "Dodi Kusuma");
            assertThat(dodi.heading("Nomor ini sudah dipakai sebuah akun")).isVisible();
            dodi.button("Bukan akun saya, buat akun baru").click();
            dodi.page().waitForURL("**/home");
            assertThat(dodi.heading("Dodi Kusuma")).isVisible();
        }
    }

    private void join(Visitor visitor, String name) {
        visitor.open("/join").field("Nama").fill(name);
        visitor.field("Nomor HP atau email").fill("0" + number.substring(3));
        visitor.field("Kata sandi").fill("kopi susu gula aren");
        visitor.page().getByRole(AriaRole.CHECKBOX).last().check();
        visitor.button("Lanjut").click();
        assertThat(visitor.heading("Cek HP Anda")).isVisible();
        visitor.field("Kode 6 angka").fill(nextCode());
    }

    @Test
    void a_member_adds_a_phone_and_signs_in_with_a_code_to_it() {
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            signIn(visitor, budi);
            visitor.open("/account").button("Tambah: Nomor HP").click();
            Locator sheet = visitor.page().getByRole(AriaRole.DIALOG);
            sheet.getByLabel("Nomor HP").fill(number);
            sheet.getByLabel("Kata sandi Anda sekarang").fill(TestMembers.PASSWORD);
            sheet.getByText("Kirim kode", new Locator.GetByTextOptions().setExact(true)).click();
            sheet.getByLabel("Kode 6 angka").fill(nextCode());
            assertThat(sheet).isHidden();
            assertThat(visitor.page().getByRole(AriaRole.MAIN)).containsText(national());
        }
        try (Visitor elsewhere = portal.visitor(Portal.DESK, "id")) {
            elsewhere.open("/sign-in").link("Masuk dengan kode").click();
            assertThat(elsewhere.heading("Masuk dengan kode")).isVisible();
            elsewhere.field("Nomor HP atau email").fill(national());
            elsewhere.button("Kirim kode").click();
            elsewhere.field("Kode 6 angka").fill(nextCode());
            elsewhere.page().waitForURL("**/home");
            assertThat(elsewhere.heading("Budi Santoso")).isVisible();
        }
    }

    @Test
    void a_member_changes_their_mind_on_a_consent_and_back() {
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            signIn(visitor, budi);
            visitor.open("/account");
            Locator consent = visitor.page()
                    .getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions()
                            .setName("Kirimi saya penawaran lewat SMS atau WhatsApp"));
            consent.click();
            assertThat(consent).hasAttribute("aria-checked", "true");
            visitor.button("Urungkan").click();
            assertThat(consent).hasAttribute("aria-checked", "false");
        }
    }

    private static void signIn(Visitor visitor, TestMembers.TestMember member) {
        visitor.open("/sign-in").field("Nomor HP atau email").fill(member.email());
        visitor.field("Kata sandi").fill(TestMembers.PASSWORD);
        visitor.button("Masuk").click();
        visitor.page().waitForURL("**/home");
    }

    private String national() {
        return "0" + number.substring(3, 6) + "-" + number.substring(6, 10) + "-" + number.substring(10);
    }

    /** The code of the next message to the number. */
    private String nextCode() {
        codes++;
        Matcher code = CODE.matcher(receiver.await(number, codes).get(codes - 1).body().replace(number, ""));
        if (!code.find()) {
            throw new AssertionError("no code to " + number);
        }
        return code.group();
    }
}
