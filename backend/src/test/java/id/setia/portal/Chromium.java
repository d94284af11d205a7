package id.setia.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create();
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
    }

    /** Starts it; where there is none the tests are skipped and say so, or fail with SETIA_REQUIRE_BROWSER=1. */
    static Chromium start() {
        Optional<Path> program = installed();
        if (program.isEmpty()) {
            String complaint = "No Chromium on the path (looked for " + String.join(", ", NAMES) + ").";
            if ("1".equals(System.getenv("SETIA_REQUIRE_BROWSER"))) {
                throw new AssertionError(complaint);
            }
            System.err.println("\n  BROWSER TESTS ARE SKIPPED. " + complaint + " Install one to run them.\n");
            Assumptions.abort(complaint);
        }
        return new Chromium(program.orElseThrow());
    }

    private static Optional<Path> installed() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
