package id.setia.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser; leaving fails when the console had an error or the content policy stopped something. */
final class Visitor implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int HEIGHT = 800;

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> complaints = new ArrayList<>();
    private String expected = "";

    Visitor(Browser browser, URI address, int width, String language) {
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale(language.equals("id") ? "id-ID" : "en-GB")
                .setTimezoneId("Asia/Jakarta")
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** From now on the server may refuse with this status, which a browser always writes to its console. */
    Visitor expecting(int status) {
        expected = "status of " + status;
        return this;
    }

    Visitor open(String path) {
        page.navigate(address.resolve(path).toString());
        return this;
    }

    Page page() {
        return page;
    }

    void inTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Signs in on the page for members or, in the back office, for staff. */
    Visitor signIn(String path, String email, String password) {
        open(path);
        boolean english = page.evaluate("navigator.language").equals("en-GB");
        field("Email").fill(email);
        field(english ? "Password" : "Kata sandi").fill(password);
        button(english ? "Sign in" : "Masuk").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return this;
    }

    /** Whether something reaches beyond the right edge. */
    boolean overflows() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth");
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).filteredOn(complaint -> expected.isEmpty() || !complaint.contains(expected)).isEmpty();
    }
}
