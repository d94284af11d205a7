package id.setia.portal;

import com.microsoft.playwright.Page;
import id.setia.testing.TestMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pictures of every page for people to look at: {@code mvn -Pscreenshots verify} writes them to {@code backend/target/screenshots},
 * with {@code index.html} as a sheet of them all. {@code -Dpages=/staff/rules} takes only pages that begin so, {@code -Dwidths=390}
 * only that width.
 */
final class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final List<Integer> WIDTHS = Stream.of(System.getProperty("widths", "390,1280").split(",")).map(Integer::valueOf).toList();
    private static final String PAGES = System.getProperty("pages", "");

    private static final String ROW = """
            <tr><th scope="row">%s</th>%s</tr>
            """;
    private static final String SHEET = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Every page</title>
            <style>
              body { font: 14px system-ui; background: #8883 }
              td { vertical-align: top } th { text-align: left; position: sticky; left: 0; background: Canvas }
              img { width: 260px; max-height: 520px; object-fit: cover; object-position: top; border: 1px solid #8888 }
            </style>
            <table><tr><th>Page</th>%s</tr>
            %s</table></html>
            """;

    private Screenshots() {}

    /** Takes them all. */
    public static void main(String[] arguments) throws IOException {
        try (Portal portal = Portal.open()) {
            TestMembers.TestMember budi = portal.shop().shopper();
            portal.shop().offerVoucher(75);
            portal.shop().partner();
            portal.shop().countFigures();
            portal.shop().givePoints(budi);
            portal.shop().work();
            for (Look look : looks()) {
                for (PortalPage.Who who : PortalPage.Who.values()) {
                    take(portal, look, who, budi);
                }
            }
        }
        Files.writeString(FOLDER.resolve("index.html"), sheet());
        System.out.printf("%n  %d pages in %d looks: %s%n", pages().size(), looks().size(), FOLDER.resolve("index.html").toAbsolutePath());
        System.exit(0);
    }

    private static List<Look> looks() {
        return WIDTHS.stream()
                .flatMap(width -> Stream.of("id", "en")
                        .flatMap(language -> Stream.of(false, true).map(dark -> new Look(width, language, dark))))
                .toList();
    }

    private static List<PortalPage> pages() {
        return PortalPage.allWithWork().stream().filter(page -> page.path().startsWith(PAGES)).toList();
    }

    private static void take(Portal portal, Look look, PortalPage.Who who, TestMembers.TestMember budi) {
        Visitor visitor = portal.visitor(look.width(), look.language());
        if (look.dark()) {
            visitor.inTheDark();
        }
        switch (who) {
            case ANYBODY -> visitor.expecting(404);
            case MEMBER -> visitor.signIn("/sign-in", budi.email(), TestMembers.PASSWORD);
            case STAFF -> visitor.signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD);
        }
        try (visitor) {
            for (PortalPage page : pages().stream().filter(shown -> shown.who() == who).toList()) {
                page.open(visitor);
                visitor.unfold();
                visitor.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(file(page, look))));
                visitor.fold();
            }
        }
    }

    private static String file(PortalPage page, Look look) {
        return look.toString().replace(' ', '-') + "/" + page.name() + ".png";
    }

    private static String sheet() {
        String heads = looks().stream().map(look -> "<th>" + look + "</th>").collect(Collectors.joining());
        String rows = pages().stream()
                .map(page -> ROW.formatted(page.path(), looks().stream().map(look -> picture(file(page, look))).collect(Collectors.joining())))
                .collect(Collectors.joining());
        return SHEET.formatted(heads, rows);
    }

    private static String picture(String file) {
        return "<td><a href=\"%1$s\"><img loading=\"lazy\" alt=\"\" src=\"%1$s\"></a></td>".formatted(file);
    }
}
