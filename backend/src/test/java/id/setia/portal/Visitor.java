package id.setia.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser; leaving fails when the console had an error, the content policy stopped something or a page asked another host. */
final class Visitor implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int LEAVING_MILLIS = 5_000;
    private static final int HEIGHT = 800;

    /** What the content policy stops is told to the console in these words, which no test may expect. */
    private static final String STOPPED = "stopped by the content policy: ";

    private static final String TELL_WHAT_IS_STOPPED = """
            document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile, lineNumber}) =>
                console.error(`%s${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`))""".formatted(STOPPED);

    /** Most tests look for what the page says now, and not at what it said last time. */
    private static final String FORGET_HOME = """
            if (location.protocol.startsWith('http') && !sessionStorage.getItem('keepingHome')) localStorage.removeItem('setia.home')""";

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();
    private String expected = "";

    Visitor(Browser browser, URI address, int width, String language, ServiceWorkerPolicy serviceWorkers) {
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions()
                .setServiceWorkers(serviceWorkers)
                .setViewportSize(width, HEIGHT)
                .setLocale(language.equals("id") ? "id-ID" : "en-GB")
                .setTimezoneId("Asia/Jakarta")
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(TELL_WHAT_IS_STOPPED);
        context.addInitScript(FORGET_HOME);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                (isStopped(message.text()) ? breaches : complaints).add(page().url() + ": " + message.text());
            }
        });
        context.onWebError(error -> complaints.add(page().url() + ": " + error.error()));
        context.onRequest(request -> noteOthers(request.url()));
        page = context.newPage();
    }

    /** The browser's own words for it come before the page's event, which may come when the visitor has left. */
    private static boolean isStopped(String complaint) {
        return complaint.startsWith(STOPPED) || complaint.contains("Content Security Policy");
    }

    /** Pages ask the server they came from and nobody else. */
    private void noteOthers(String url) {
        boolean fromHere = url.startsWith(address + "/") || url.startsWith("data:") || url.startsWith("about:") || url.startsWith("blob:" + address);
        if (!fromHere) {
            breaches.add("another host was asked: " + url);
        }
    }

    /** From now on the server may refuse with this status, which a browser always writes to its console. */
    Visitor expecting(int status) {
        return expecting("status of " + status);
    }

    /** From now on the browser may complain with this text. */
    Visitor expecting(String complaint) {
        expected = complaint;
        return this;
    }

    /** From now on this tab shows a home as it was last seen, until it is read anew. */
    Visitor keepingHome() {
        context.addInitScript("if (location.protocol.startsWith('http')) sessionStorage.setItem('keepingHome', 'yes')");
        return this;
    }

    Visitor open(String path) {
        page.navigate(address.resolve(path).toString());
        return this;
    }

    /** The same person's browser shows another page beside this one. */
    Page secondTab(String path) {
        Page tab = context.newPage();
        tab.navigate(address.resolve(path).toString());
        return tab;
    }

    Page page() {
        return page;
    }

    /** Makes the window as high as its page, so that what sticks to an edge is where it belongs in a picture. */
    void unfold() {
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(page.viewportSize().width, Math.max(HEIGHT, height));
    }

    void fold() {
        page.setViewportSize(page.viewportSize().width, HEIGHT);
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

    /** The names of all pages that the portal's router knows. */
    List<String> routes() {
        return page.locator("#app").evaluate(
                        "app => app.__vue_app__.config.globalProperties.$router.getRoutes().filter(route => route.name && !route.redirect).map(route => route.name)")
                instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The name of the page that the router would show at an address. */
    String routeOf(String path) {
        return String.valueOf(page.locator("#app")
                .evaluate("(app, path) => app.__vue_app__.config.globalProperties.$router.resolve(path).name", path));
    }

    boolean isOnAPhone() {
        return page.viewportSize().width < 600;
    }

    /** Whether anything has gone wrong so far, expected or not. */
    boolean complains() {
        return !complaints.isEmpty() || !breaches.isEmpty();
    }

    /** Whether something reaches beyond the right edge. */
    boolean overflows() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth");
    }

    /** What comes of leaving in the middle of something is nobody's fault. */
    @Override
    public void close() {
        context.cookies();
        List<String> told = List.copyOf(complaints);
        List<String> stopped = List.copyOf(breaches);
        context.pages().forEach(Visitor::leave);
        context.close();
        assertThat(stopped).isEmpty();
        assertThat(told).filteredOn(complaint -> expected.isEmpty() || !complaint.contains(expected)).isEmpty();
    }

    /** A browser that is closed while one of its pages is loading may never be done with it. */
    private static void leave(Page shown) {
        try {
            shown.navigate("about:blank", new Page.NavigateOptions().setTimeout(LEAVING_MILLIS));
        } catch (PlaywrightException unfinished) {
            // It is closed all the same.
        }
    }
}
