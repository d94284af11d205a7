package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page before the {@link PageJudge}; languages, widths and colours in pairs. */
@ExtendWith(PortalExtension.class)
class AccessibilityTest extends PageJudging {

    AccessibilityTest(Portal portal) {
        super(portal);
    }

    static List<Look> looks() {
        return Look.all();
    }

    @Test
    void every_page_of_the_router_is_looked_at_or_named_as_looked_at_elsewhere() {
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            // The pages of the back office come with the first of them that is asked for.
            assertThat(visitor.open("/staff/rules").heading("Masuk sebagai staf")).isVisible();
            Set<String> forgotten = new TreeSet<>(visitor.routes());
            PortalPage.all().forEach(page -> forgotten.remove(visitor.routeOf(page.example())));
            PortalPage.ELSEWHERE.forEach(name -> Assertions.assertThat(forgotten.remove(name)).as(name).isTrue());

            Assertions.assertThat(forgotten).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pages_for_everybody(Look look) {
        try (Visitor visitor = visitor(look.width(), look.language(), look.dark()).expecting(404)) {
            judgeAll(visitor, look, PortalPage.Who.ANYBODY);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pages_of_a_member_who_shops(Look look) {
        try (Visitor visitor = signedIn(portal.shop().shopper(), look.width(), look.language(), look.dark())) {
            judgeAll(visitor, look, PortalPage.Who.MEMBER);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pages_of_staff(Look look) {
        portal.shop().shopper();
        portal.shop().offerVoucher(900);
        portal.shop().partner();
        portal.shop().countFigures();
        try (Visitor visitor = staff(look.width(), look.language(), look.dark())) {
            judgeAll(visitor, look, PortalPage.Who.STAFF);
        }
    }

    @Test
    void the_judge_finds_a_picture_without_words_a_page_too_wide_a_hidden_focus_and_a_small_target() {
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            assertThat(visitor.open("/sign-in").heading("Selamat datang kembali")).isVisible();
            Assertions.assertThat(PageJudge.unseenFocus(visitor)).isEmpty();
            visitor.page().evaluate("""
                    document.querySelector('#app').insertAdjacentHTML('beforeend', '<img src="/mark.svg" width="50"><svg width="500"></svg><button class="odd">Odd</button>')
                    document.querySelector('.odd').style.outline = 'none'""");
            assertThat(visitor.page().locator("img[src='/mark.svg'][width]")).isVisible();

            Assertions.assertThat(PageJudge.violations(visitor)).anySatisfy(violation -> Assertions.assertThat(violation).asString().startsWith("image-alt"));
            Assertions.assertThat(visitor.overflows()).isTrue();
            Assertions.assertThat(PageJudge.unseenFocus(visitor)).singleElement().asString().contains("odd");
            Assertions.assertThat(PageJudge.smallTargets(visitor)).singleElement().asString().contains("Odd");
        }
    }

    private static void judgeAll(Visitor visitor, Look look, PortalPage.Who who) {
        for (PortalPage page : look.of(PortalPage.of(who))) {
            timed(() -> {
                page.open(visitor);
                PageJudge.judge(visitor, page.path());
            });
        }
    }
}
