package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What pages for members become while they are used, before the {@link PageJudge}. */
@ExtendWith(PortalExtension.class)
class MemberStatesAccessibilityTest extends PageJudging {

    MemberStatesAccessibilityTest(Portal portal) {
        super(portal);
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
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
    @ArgumentsSource(Look.Opposites.class)
    void a_refused_form(int width, String language, boolean dark) {
        try (Visitor visitor = visitor(width, language, dark)) {
            visitor.open("/join").button(language.equals("id") ? "Lanjut" : "Continue").click();
            assertThat(visitor.page().locator("[aria-invalid=true]").first()).isVisible();
            judge(visitor, "refused form");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void an_entry_explained(int width, String language, boolean dark) {
        try (Visitor visitor = signedIn(portal.shop().shopper(), width, language, dark)) {
            visitor.open("/activity").page().getByRole(AriaRole.MAIN).locator("li button").first().click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "an entry explained");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void a_session_that_ended_over_a_page(int width, String language, boolean dark) {
        try (Visitor visitor = signedIn(portal.shop().member(), width, language, dark).expecting(401)) {
            visitor.open("/home");
            PortalPage.settled(visitor);
            visitor.page().context().clearCookies();
            visitor.link(language.equals("id") ? "Aktivitas" : "Activity").click();
            assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
            judge(visitor, "a session that ended");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
    void pages_of_a_member_who_has_not_shopped_yet(int width, String language, boolean dark) {
        try (Visitor visitor = signedIn(portal.shop().member(), width, language, dark)) {
            judge(visitor, List.of("/home", "/activity", "/vouchers", "/cases", "/inbox"));
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Look.Opposites.class)
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
}
