package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import id.setia.testing.TestMembers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 AA by axe on every page and state, and nothing beyond the edge; languages, widths and colours in pairs. */
@ExtendWith(PortalExtension.class)
class AccessibilityTest {

    private static final String AXE = axe();

    private static final String JUDGE = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations
                .flatMap(({id, help, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${help}\\n  ${target}\\n  ${failureSummary}`))""";

    private final Portal portal;

    AccessibilityTest(Portal portal) {
        this.portal = portal;
    }

    private static String axe() {
        try {
            return Files.readString(Path.of("..", "frontend", "node_modules", "axe-core", "axe.min.js"));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @ParameterizedTest
    @CsvSource({"360, id, false", "1280, en, false", "360, en, true", "1280, id, true"})
    void pages_for_everybody(int width, String language, boolean dark) {
        try (Visitor visitor = visitor(width, language, dark).expecting(404)) {
            boolean first = width == Portal.PHONE == language.equals("id");
            List<String> paths = first
                    ? List.of("/", "/sign-in", "/sign-in/code", "/join/confirm", "/staff/setup", "/staff/invitation", "/staff/new-password#link", "/nowhere", "/r", "/r/7K2M9QXA4TR6")
                    : List.of("/join", "/sign-in/code?forgot=1", "/claim", "/r", "/staff/sign-in", "/staff/forgotten-password", "/developers", "/demo/mail", "/terms", "/privacy");
            judge(visitor, paths);
        }
    }

    @ParameterizedTest
    @CsvSource({"360, id, false", "1280, en, true"})
    void a_receipt_by_its_code(int width, String language, boolean dark) {
        String code = portal.shop().sellToNobody(87_500);
        try (Visitor visitor = visitor(width, language, dark)) {
            judge(visitor, List.of("/r/" + code));
        }
        try (Visitor visitor = signedIn(portal.shop().member(), width, language, dark)) {
            judge(visitor, List.of("/r/" + code));
        }
        try (Visitor visitor = visitor(width, language, dark)) {
            judge(visitor, List.of("/r/" + code));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, id, true", "1280, en, false"})
    void a_refused_form(int width, String language, boolean dark) {
        try (Visitor visitor = visitor(width, language, dark)) {
            visitor.open("/join").button(language.equals("id") ? "Lanjut" : "Continue").click();
            assertThat(visitor.page().locator("[aria-invalid=true]").first()).isVisible();
            judge(visitor, "refused form");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, id, false", "1280, en, true"})
    void pages_of_a_member_who_shops(int width, String language, boolean dark) {
        try (Visitor visitor = signedIn(shopper(), width, language, dark)) {
            judge(visitor, List.of("/home", "/activity", "/offers", "/account", "/card", "/missing-points", "/cases"));
            judge(visitor, List.of("/cards", "/inbox", "/inbox/settings", "/account/close"));
            visitor.open("/activity").page().getByRole(AriaRole.MAIN).locator("li button").first().click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "an entry explained");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, en, true", "1280, id, false"})
    void pages_of_a_member_who_has_not_shopped_yet(int width, String language, boolean dark) {
        try (Visitor visitor = signedIn(portal.shop().member(), width, language, dark)) {
            judge(visitor, List.of("/home", "/activity"));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, id, true", "1280, en, false"})
    void pages_of_a_member_who_froze_their_account(int width, String language, boolean dark) {
        try (Visitor visitor = signedIn(portal.shop().member(), width, language, dark)) {
            visitor.open("/cards").button(language.equals("id") ? "Bekukan akun" : "Freeze account").click();
            assertThat(visitor.button(language.equals("id") ? "Kirim kode" : "Send code")).isVisible();
            judge(visitor, "frozen");
            visitor.page().getByRole(AriaRole.MAIN).locator("li button").first().click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "a card");
            judge(visitor, List.of("/home"));
        }
    }

    private Visitor signedIn(TestMembers.TestMember member, int width, String language, boolean dark) {
        return visitor(width, language, dark).signIn("/sign-in", member.email(), TestMembers.PASSWORD);
    }

    private TestMembers.TestMember shopper() {
        TestMembers.TestMember budi = portal.shop().member();
        portal.shop().sell("email", budi.email(), 120_000);
        portal.shop().takeBack(portal.shop().sell("email", budi.email(), 40_000));
        return budi;
    }

    @ParameterizedTest
    @CsvSource({"360, id, true", "1280, en, false"})
    void pages_of_staff(int width, String language, boolean dark) {
        portal.shop().member();
        TestMembers.TestMember budi = shopper();
        try (Visitor visitor = visitor(width, language, dark).signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            judge(visitor, List.of("/staff/settings/phone-gateway", "/staff/corrections/limits", "/staff/imports", "/staff/cases", "/staff"));
            visitor.open("/staff/imports").page().getByText(language.equals("id") ? "Anggota dari sistem lama" : "Members of another system").click();
            judge(visitor, "an import of members");
            visitor.open("/staff");
            search(visitor, "Budi Santoso");
            assertThat(visitor.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM).first()).isVisible();
            judge(visitor, "several found");
            search(visitor, budi.email());
            visitor.page().waitForURL("**/staff/members/**");
            Locator tabs = visitor.page().getByRole(AriaRole.TAB);
            assertThat(tabs).hasCount(4);
            for (Locator tab : tabs.all()) {
                tab.click();
                assertThat(visitor.page().locator(".skeleton")).hasCount(0);
                judge(visitor, "member, " + tab.textContent());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"360, id, false", "1280, en, true"})
    void pages_about_the_staff(int width, String language, boolean dark) {
        boolean indonesian = language.equals("id");
        try (Visitor visitor = visitor(width, language, dark).signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            judge(visitor, List.of("/staff/people", "/staff/people/invite", "/staff/audit", "/staff/account"));
            visitor.button(indonesian ? "Pasang" : "Set up").click();
            assertThat(visitor.page().locator("svg[role=img]")).isVisible();
            judge(visitor, "setting a second factor up");
            visitor.open("/staff/people").page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM).getByRole(AriaRole.LINK).first().click();
            visitor.page().waitForURL("**/staff/people/stf_*");
            assertThat(visitor.page().locator("form")).isVisible();
            judge(visitor, "a member of staff");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, en, true", "1280, id, false"})
    void pages_of_setting_up(int width, String language, boolean dark) {
        shopper();
        try (Visitor visitor = visitor(width, language, dark).signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            judge(visitor, List.of(
                    "/staff/settings/program",
                    "/staff/settings/joining",
                    "/staff/settings/documents",
                    "/staff/products",
                    "/staff/products/imports",
                    "/staff/api-clients",
                    "/staff/partners"));
            visitor.page().getByRole(AriaRole.MAIN).locator("a[href*='/staff/stores/']").first().click();
            assertThat(visitor.page().locator("a[href*='/staff/api-clients/']").first()).isVisible();
            judge(visitor, "a store");
            visitor.page().locator("a[href*='/staff/api-clients/']").first().click();
            visitor.page().waitForURL("**/staff/api-clients/**");
            assertThat(visitor.page().getByRole(AriaRole.CHECKBOX).first()).isVisible();
            judge(visitor, "an API client");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, en, false", "1280, id, true"})
    void pages_of_the_program(int width, String language, boolean dark) {
        try (Visitor visitor = visitor(width, language, dark).signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            judge(visitor, List.of("/staff/rules", "/staff/rules/new", "/staff/tiers", "/staff/offers", "/staff/offers/new"));
            visitor.button(language.equals("id") ? "Simpan konsep" : "Save draft").click();
            assertThat(visitor.expecting(422).page().locator("[aria-invalid=true]").first()).isVisible();
            judge(visitor, "refused draft");
            visitor.open("/staff/rules").page().getByRole(AriaRole.MAIN).locator("li a").first().click();
            assertThat(visitor.page().getByRole(AriaRole.HEADING).nth(1)).isVisible();
            judge(visitor, "a rule with its versions");
            visitor.open("/staff/tiers").button(language.equals("id") ? "Ubah tingkat" : "Change tiers").click();
            judge(visitor, "tiers being changed");
            visitor.open("/staff/offers").page().getByRole(AriaRole.MAIN).locator("li a").first().click();
            visitor.button(language.equals("id") ? "Akhiri" : "End").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "an offer about to end");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, en, false", "1280, id, true"})
    void pages_where_staff_put_things_right(int width, String language, boolean dark) {
        TestMembers.TestMember budi = portal.shop().member();
        portal.shop().givePoints(budi);
        try (Visitor visitor = visitor(width, language, dark).signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            judge(visitor, List.of("/staff/approvals", "/staff/reviews", "/staff/corrections"));
            visitor.page().getByRole(AriaRole.MAIN).locator("li button").first().click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.LISTITEM).first()).isVisible();
            judge(visitor, "the acts of a day");
            visitor.open("/staff");
            search(visitor, budi.email());
            visitor.page().waitForURL("**/staff/members/**");
            boolean indonesian = language.equals("id");
            visitor.button(indonesian ? "Tambah/kurangi poin" : "Add or take points").click();
            judge(visitor, "points by hand");
            visitor.page().keyboard().press("Escape");
            visitor.button(indonesian ? "Kaitkan struk" : "Attach a receipt").click();
            judge(visitor, "a receipt to attach");
        }
    }

    private static void search(Visitor visitor, String query) {
        visitor.page().getByRole(AriaRole.SEARCHBOX).fill(query);
        visitor.page().keyboard().press("Enter");
    }

    @Test
    void the_judge_finds_a_picture_without_words_and_a_page_too_wide() {
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            assertThat(visitor.open("/sign-in").heading("Selamat datang kembali")).isVisible();
            visitor.page().evaluate("""
                    document.querySelector('#app').insertAdjacentHTML('beforeend', '<img src="/mark.svg" width="50"><svg width="500"></svg>')""");
            assertThat(visitor.page().locator("img[src='/mark.svg'][width]")).isVisible();

            Assertions.assertThat(violations(visitor)).singleElement().asString().startsWith("image-alt");
            Assertions.assertThat(visitor.overflows()).isTrue();
        }
    }

    private Visitor visitor(int width, String language, boolean dark) {
        Visitor visitor = portal.visitor(width, language);
        if (dark) {
            visitor.inTheDark();
        }
        return visitor;
    }

    private static void judge(Visitor visitor, List<String> paths) {
        for (String path : paths) {
            visitor.open(path);
            assertThat(visitor.page().getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(visitor.page().locator(".skeleton")).hasCount(0);
            judge(visitor, path);
        }
    }

    private static void judge(Visitor visitor, String where) {
        Assertions.assertThat(violations(visitor)).as(where).isEmpty();
        Assertions.assertThat(visitor.overflows()).as(where + " reaches beyond the edge").isFalse();
    }

    private static List<?> violations(Visitor visitor) {
        visitor.page().evaluate(AXE);
        return (List<?>) visitor.page().evaluate(JUDGE);
    }
}
