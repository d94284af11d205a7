package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page that is looked at by itself, as somebody sees it who has used the portal a little.
 *
 * @param path its address, with {@code *} for what the first link of another page has in that place
 * @param from the page with that link, or nothing
 */
record PortalPage(Who who, String path, String from) {

    enum Who {
        ANYBODY,
        MEMBER,
        STAFF
    }

    private static final String THIS_MONTH = YearMonth.now(ZoneId.of("Asia/Jakarta")).toString();

    private static final List<PortalPage> ALL = Stream.of(
                    pages(
                            Who.ANYBODY,
                            "/",
                            "/join",
                            "/join/confirm",
                            "/sign-in",
                            "/sign-in/code",
                            "/sign-in/code?forgot=1",
                            "/r",
                            "/r/7K2M9QXA4TR6",
                            "/claim",
                            "/terms",
                            "/privacy",
                            "/demo/mail",
                            "/nowhere",
                            "/staff/sign-in",
                            "/staff/setup",
                            "/staff/invitation",
                            "/staff/forgotten-password",
                            "/staff/new-password#link",
                            "/design",
                            "/developers",
                            "/developers/guides/start",
                            "/developers/guides/nothing",
                            "/developers/reference/Holds#createHold",
                            "/developers/changelog"),
                    pages(
                            Who.MEMBER,
                            "/home",
                            "/activity",
                            "/statement/" + THIS_MONTH,
                            "/offers",
                            "/rewards",
                            "/vouchers",
                            "/invite",
                            "/cards",
                            "/card",
                            "/inbox",
                            "/inbox/settings",
                            "/missing-points",
                            "/cases",
                            "/cases/*",
                            "/account",
                            "/account/reads",
                            "/account/close"),
                    pages(
                            Who.STAFF,
                            "/staff",
                            "/staff/rules",
                            "/staff/rules/new",
                            "/staff/rules/*",
                            "/staff/rules/*/edit",
                            "/staff/rules/back-tests",
                            "/staff/rules/trial",
                            "/staff/calendars",
                            "/staff/calendars/new",
                            "/staff/tiers",
                            "/staff/tiers/what-if",
                            "/staff/tiers/forecast",
                            "/staff/offers",
                            "/staff/offers/new",
                            "/staff/offers/*",
                            "/staff/offers/*/edit",
                            "/staff/offers/*/results",
                            "/staff/audiences",
                            "/staff/audiences/new",
                            "/staff/rewards",
                            "/staff/rewards/new",
                            "/staff/rewards/*",
                            "/staff/rewards/*/edit",
                            "/staff/reward-orders",
                            "/staff/dashboard?period=day",
                            "/staff/dashboard/sales?period=day",
                            "/staff/dashboard/points_earned",
                            "/staff/dashboard/new_members",
                            "/staff/insights/rfm",
                            "/staff/liability",
                            "/staff/closings",
                            "/staff/purchases",
                            "/staff/holds",
                            "/staff/imports",
                            "/staff/jobs",
                            "/staff/ledger-proof",
                            "/staff/cases",
                            "/staff/cases/*",
                            "/staff/approvals",
                            "/staff/reviews",
                            "/staff/corrections",
                            "/staff/corrections/limits",
                            "/staff/people",
                            "/staff/people/invite",
                            "/staff/people/*",
                            "/staff/audit",
                            "/staff/account",
                            "/staff/partners",
                            "/staff/api-clients",
                            "/staff/api-clients/*",
                            "/staff/signing-keys",
                            "/staff/webhooks",
                            "/staff/webhooks/new",
                            "/staff/products",
                            "/staff/products/imports",
                            "/staff/settings/program",
                            "/staff/settings/joining",
                            "/staff/settings/documents",
                            "/staff/settings/points",
                            "/staff/settings/rewards",
                            "/staff/settings/membership",
                            "/staff/settings/phone-gateway"),
                    Stream.of(
                            new PortalPage(Who.STAFF, "/staff/partners/*/leaving", "/staff/partners"),
                            new PortalPage(Who.STAFF, "/staff/stores/*", "/staff/partners"),
                            new PortalPage(Who.STAFF, "/staff/terminals/*", "/staff/stores/*")))
            .flatMap(page -> page)
            .toList();

    /** What there is once staff have worked: {@link StaffWork}. */
    private static final List<PortalPage> WORKED_ON = List.of(
            new PortalPage(Who.STAFF, "/staff/members/*", "/staff/dashboard/points_earned"),
            new PortalPage(Who.STAFF, "/staff/rules/drafts/*", "/staff/rules"),
            new PortalPage(Who.STAFF, "/staff/rules/drafts/*/edit", "/staff/rules"),
            new PortalPage(Who.STAFF, "/staff/rules/back-tests/*", "/staff/rules/back-tests"),
            new PortalPage(Who.STAFF, "/staff/tiers/runs/" + THIS_MONTH, ""),
            new PortalPage(Who.STAFF, "/staff/calendars/*", "/staff/calendars"),
            new PortalPage(Who.STAFF, "/staff/audiences/*", "/staff/audiences"),
            new PortalPage(Who.STAFF, "/staff/audiences/*/edit", "/staff/audiences"),
            new PortalPage(Who.STAFF, "/staff/imports/*", "/staff/imports"),
            new PortalPage(Who.STAFF, "/staff/webhooks/*", "/staff/webhooks"),
            new PortalPage(Who.STAFF, "/staff/webhooks/*/edit", "/staff/webhooks"));

    /** Pages of the router that are looked at in tests of their own, or cannot be come to here. */
    static final List<String> ELSEWHERE = List.of(
            // states of AccessibilityTest
            "staff-member",
            "staff-rule-draft",
            "staff-rule-draft-edit",
            "staff-back-test",
            "staff-rejudgement",
            "staff-tier-run",
            "staff-audience",
            "staff-webhook",
            // the page for a new one, filled in
            "staff-calendar",
            "staff-audience-edit",
            "staff-webhook-edit",
            // need a deployment, a file or a month of another kind
            "staff-second-factor",
            "staff-sandbox",
            "staff-import",
            "staff-job",
            "staff-closing",
            "staff-webhook-delivery");

    private static Stream<PortalPage> pages(Who who, String... paths) {
        return Stream.of(paths).map(path -> new PortalPage(who, path, path.contains("*") ? path.substring(0, path.indexOf("/*")) : ""));
    }

    static List<PortalPage> all() {
        return ALL;
    }

    /** Every page, and those of work that staff began. */
    static List<PortalPage> allWithWork() {
        return Stream.concat(ALL.stream(), WORKED_ON.stream()).toList();
    }

    static List<PortalPage> of(Who who) {
        return ALL.stream().filter(page -> page.who == who).toList();
    }

    /** An address of the same form, for a router to know the page by. */
    String example() {
        return path.replace("*", "x");
    }

    /** Goes there and waits until everything is there. */
    void open(Visitor visitor) {
        visitor.open(address(visitor));
        settled(visitor);
    }

    private String address(Visitor visitor) {
        if (from.isEmpty()) {
            return path;
        }
        ALL.stream().filter(page -> page.path.equals(from)).findFirst().orElseThrow().open(visitor);
        return path.replace("*", firstLinked(visitor));
    }

    /** What the first link of the shown page that begins like this address has in place of the star. */
    private String firstLinked(Visitor visitor) {
        String start = path.substring(0, path.indexOf('*'));
        Locator links = visitor.page().getByRole(AriaRole.MAIN).locator("a[href^='" + start + "'][href*='_']");
        assertThat(links.first()).isVisible();
        return links.all().stream()
                .map(link -> link.getAttribute("href").substring(start.length()))
                .filter(rest -> rest.matches("[a-z]+_\\w+.*"))
                .map(rest -> rest.replaceFirst("[/?#].*", ""))
                .findFirst()
                .orElseThrow();
    }

    static void settled(Visitor visitor) {
        assertThat(visitor.page().getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(visitor.page().locator(":is(.skeleton, [aria-busy=true]):not([data-specimen] *)")).hasCount(0);
    }

    /** The same for a file's name. */
    String name() {
        String plain = path.replace("*", "one").replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "landing" : plain;
    }
}
