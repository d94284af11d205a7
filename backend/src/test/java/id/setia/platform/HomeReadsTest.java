package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member's home names whose it is and what it reads first, and only to members: what is read ahead in vain stays in the browser. */
@SetiaTest
class HomeReadsTest {

    @Inject
    TestMembers people;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestShop shop;

    @BeforeEach
    void open_the_shop() {
        shop.open();
    }

    @Test
    void members_are_told_what_their_home_reads_and_may_read_all_of_it() {
        TestMembers.TestMember member = people.join();
        Browser budi = browsers.member(member.email());

        List<String> reads = reads(budi);

        assertThat(budi.get("/home").body()).contains("<html data-member=\"" + PublicId.MEMBER.format(member.id()) + "\" ");
        assertThat(budi.get("/home").header("Cache-Control")).isEqualTo("no-store");
        assertThat(budi.get("/").body()).doesNotContain("data-member");

        assertThat(reads).contains("/api/v1/session", "/api/v1/members/me");
        assertThat(reads).allSatisfy(read -> assertThat(budi.get(read).status()).isEqualTo(200));
    }

    @Test
    void nobody_else_is() {
        Browser budi = browsers.member(people.join().email());
        Browser signedOut = budi.copy();
        budi.delete("/api/v1/session");

        for (Browser browser : List.of(budi, signedOut, browsers.staff(Role.values()))) {
            assertThat(reads(browser)).isEmpty();
            assertThat(browser.get("/home").body()).isEqualTo(browser.get("/").body());
        }
    }

    private static List<String> reads(Browser browser) {
        Browser.Answer home = browser.get("/home");
        assertThat(home.status()).isEqualTo(200);
        return home.headers().allValues("Link").stream()
                .flatMap(links -> Arrays.stream(links.split(", ")))
                .filter(link -> link.endsWith("rel=preload; as=fetch; crossorigin"))
                .map(link -> link.replaceAll("<(.*)>.*", "$1"))
                .toList();
    }
}
