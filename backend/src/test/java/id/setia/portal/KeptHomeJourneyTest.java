package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import id.setia.testing.TestMembers;
import id.setia.testing.TestMembers.TestMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A home is there at once as it was last seen, and only for whose it is. */
@ExtendWith(PortalExtension.class)
class KeptHomeJourneyTest {

    private static final String KEPT = "() => localStorage.getItem('setia.home')";

    /** Notes what is shown before the app is. */
    private static final String NOTE = """
            window.keptText = ''
            new MutationObserver(() => window.keptText ||= document.getElementById('kept')?.textContent ?? '')
                .observe(document, {childList: true, subtree: true})""";

    private final Portal portal;
    private TestMember budi;

    KeptHomeJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void join() {
        budi = portal.shop().member();
        portal.shop().sell("email", budi.email(), 120_000);
    }

    private Visitor atHome() {
        Visitor visitor = portal.visitor(Portal.PHONE, "id").keepingHome();
        visitor.page().addInitScript(NOTE);
        visitor.signIn("/sign-in", budi.email(), TestMembers.PASSWORD);
        visitor.page().waitForFunction(KEPT);
        return visitor;
    }

    private static Object shownFirst(Page page) {
        page.waitForFunction("() => performance.getEntriesByName('setia.home').length > 0");
        return page.evaluate("window.keptText");
    }

    @Test
    void a_home_is_shown_as_it_was_until_it_is_read_anew() {
        try (Visitor visitor = atHome()) {
            String before = visitor.page().locator("main").innerText();
            portal.shop().sell("email", budi.email(), 990_000);

            visitor.open("/home");

            assertThat(shownFirst(visitor.page())).asString().contains(points(before));
            assertThat(visitor.page().locator("#kept")).hasCount(0);
            assertThat(visitor.page().locator("main")).not().containsText(points(before));
            assertThat(visitor.page().locator("#app")).isVisible();
        }
    }

    /** The balance: the first line of figures alone. */
    private static String points(String home) {
        return home.lines().filter(line -> line.matches("[0-9.]+")).findFirst().orElseThrow();
    }

    @Test
    void who_signs_out_leaves_nothing_behind() {
        try (Visitor visitor = atHome()) {
            visitor.open("/account");
            visitor.button("Keluar").click();
            visitor.page().waitForURL(url -> !url.endsWith("/account"));

            assertThat(visitor.page().evaluate(KEPT)).isNull();
        }
    }

    @Test
    void without_a_session_nothing_is_shown_of_it_and_it_is_forgotten() {
        try (Visitor visitor = atHome()) {
            visitor.page().context().clearCookies();

            visitor.expecting(401).open("/home");
            visitor.page().waitForURL(url -> url.contains("sign-in"));
            visitor.page().waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(visitor.page().evaluate("window.keptText")).isEqualTo("");
            assertThat(visitor.page().evaluate(KEPT)).isNull();
        }
    }

    @Test
    void another_member_does_not_see_it() {
        TestMember sari = portal.shop().member();
        try (Visitor visitor = atHome()) {
            Object kept = visitor.page().evaluate(KEPT);
            String budis = points(visitor.page().locator("main").innerText());
            visitor.page().context().clearCookies();
            visitor.signIn("/sign-in", sari.email(), TestMembers.PASSWORD);
            visitor.page().evaluate("kept => localStorage.setItem('setia.home', kept)", kept);

            visitor.open("/home");

            assertThat(shownFirst(visitor.page())).asString().doesNotContain(budis);
        }
    }
}
