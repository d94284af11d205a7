package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every browser test watches for beside its own matter. */
@ExtendWith(PortalExtension.class)
class VisitorTest {

    private final Portal portal;

    VisitorTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void what_the_content_policy_stops_is_found_even_where_complaints_are_expected() {
        Visitor visitor = atTheDoor().expecting("inline");
        visitor.page().evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'inline()'}))");
        visitor.page().waitForCondition(visitor::complains);

        Assertions.assertThatThrownBy(visitor::close).hasMessageMatching("(?si).*content (security )?policy.*script-src.*");
    }

    @Test
    void a_request_to_another_host_is_found() {
        Visitor visitor = atTheDoor().expecting("net::ERR_");
        visitor.page().evaluate("location.href = 'http://localhost:9/'");
        visitor.page().waitForURL("chrome-error://**");

        Assertions.assertThatThrownBy(visitor::close).hasMessageContaining("another host was asked: http://localhost:9/");
    }

    @Test
    void an_error_of_a_page_is_found() {
        Visitor visitor = atTheDoor();
        visitor.page().evaluate("setTimeout(() => { throw new Error('spilt') })");
        visitor.page().waitForCondition(visitor::complains);

        Assertions.assertThatThrownBy(visitor::close).hasMessageContaining("spilt");
    }

    private Visitor atTheDoor() {
        Visitor visitor = portal.visitor(Portal.PHONE, "en").open("/");
        assertThat(visitor.link("Join for free")).isVisible();
        return visitor;
    }
}
