package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who connects a till reads, looks for something and tries it, without leaving the page. */
@ExtendWith(PortalExtension.class)
class DevelopersJourneyTest {

    private final Portal portal;

    DevelopersJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void from_the_search_to_a_guide_to_an_operation_that_is_tried() {
        try (Visitor visitor = portal.visitor(Portal.DESK, "en").expecting(401)) {
            Page page = visitor.open("/developers").page();
            assertThat(page.getByRole(AriaRole.HEADING, heading("For developers", 1))).isVisible();

            page.keyboard().press("/");
            page.getByRole(AriaRole.SEARCHBOX).fill("aside points");
            assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.LINK).first()).containsText("2. Set the points aside");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, heading("Points as payment", 1))).isVisible();
            assertThat(page.locator("pre").first()).containsText("SERVER=" + page.url().replaceFirst("/developers.*", ""));

            visitor.open("/developers/reference/Holds#createHold");
            Locator operation = page.locator("#createHold");
            operation.getByRole(AriaRole.BUTTON, button("Try it")).click();
            operation.getByRole(AriaRole.BUTTON, button("Send")).click();
            assertThat(operation.getByText("401", new Locator.GetByTextOptions().setExact(true)).first()).isVisible();
            assertThat(operation.locator("pre").last()).containsText("\"code\": \"unauthenticated\"");
        }
    }

    @Test
    void an_operation_for_everybody_answers_on_a_phone() {
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            Page page = visitor.open("/developers/reference/Program#getProgram").page();
            Locator operation = page.locator("#getProgram");
            operation.getByRole(AriaRole.BUTTON, button("Coba")).click();
            operation.getByRole(AriaRole.BUTTON, button("Kirim")).click();
            assertThat(operation.locator("pre").last()).containsText("\"name\": \"Klub Nusantara\"");
            assertThat(operation.locator("pre").first()).containsText("/api/v1/program'");
        }
    }

    private static Page.GetByRoleOptions heading(String name, int level) {
        return new Page.GetByRoleOptions().setName(name).setLevel(level).setExact(true);
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
