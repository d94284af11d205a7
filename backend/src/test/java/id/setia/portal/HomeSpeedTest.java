package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import id.setia.testing.TestMembers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How soon a member's home is there on a slow phone with a slow line: 1.6 Mbit/s, 150 ms there and back, a quarter of this
 * machine's speed. The aims are printed beside what was measured; a machine that is busy with other things may miss them,
 * so only twice as much fails.
 */
@ExtendWith(PortalExtension.class)
class HomeSpeedTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final double COLD_SECONDS = 2.0;
    private static final double WARM_SECONDS = 1.0;
    private static final double SHIFT = 0.05;
    /** A crowded machine is slower and lays out in more steps; what is far beyond that is a fault of the page. */
    private static final int SLACK = 5;

    private static final int BYTES_PER_SECOND = 1_600_000 / 8;
    private static final int LATENCY_MILLIS = 150;
    private static final int SLOWER = 4;

    /** Largest contentful paint in milliseconds, and how much the page shifted, as the browser counted them. */
    private static final String MEASURE = """
            () => new Promise(resolve => {
                let largest = {}, shift = 0
                new PerformanceObserver(list => largest = list.getEntries().at(-1)).observe({type: 'largest-contentful-paint', buffered: true})
                new PerformanceObserver(list => list.getEntries().forEach(entry => { if (!entry.hadRecentInput) shift += entry.value }))
                    .observe({type: 'layout-shift', buffered: true})
                setTimeout(() => resolve([largest.startTime, shift, performance.getEntriesByType('resource').map(({name}) => name),
                    performance.getEntriesByName('setia.home')[0].startTime]), 500)
            })""";

    private final Portal portal;

    HomeSpeedTest(Portal portal) {
        this.portal = portal;
    }

    /**
     * What one opening of the page took.
     *
     * @param seconds until the largest paint, which may be of the page as it was last seen
     * @param anew until the page stood as it was read anew
     */
    private record Opening(double seconds, double shift, List<?> requests, double anew) {

        static Opening read(Object measured) {
            List<?> values = (List<?>) measured;
            return new Opening(number(values.get(0)) / 1000, number(values.get(1)), (List<?>) values.get(2), number(values.get(3)) / 1000);
        }

        private static double number(Object value) {
            return ((Number) value).doubleValue();
        }
    }

    @Test
    void home_is_there_soon_on_a_slow_phone_and_does_not_jump() {
        TestMembers.TestMember budi = portal.shop().member();
        portal.shop().sell("email", budi.email(), 120_000);
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id").keepingHome().signIn("/sign-in", budi.email(), TestMembers.PASSWORD)) {
            CDPSession line = visitor.page().context().newCDPSession(visitor.page());
            slowDown(line);
            List<Opening> cold = IntStream.range(0, ROUNDS).mapToObj(round -> forgetting(line, visitor)).toList();
            visitor.page().waitForFunction("() => localStorage.getItem('setia.home')");
            List<Opening> warm = IntStream.range(0, ROUNDS).mapToObj(round -> opening(visitor)).toList();

            tell("cold", cold, COLD_SECONDS);
            tell("warm", warm, WARM_SECONDS);
            assertThat(median(cold).seconds()).isLessThan(COLD_SECONDS * SLACK);
            assertThat(median(warm).seconds()).isLessThan(WARM_SECONDS * SLACK);
            assertThat(cold).allMatch(opening -> opening.shift() < SHIFT * SLACK);
            assertThat(warm).allMatch(opening -> opening.shift() < SHIFT * SLACK);
            // What was asked for with the page is not asked for again by it.
            assertThat(cold).allSatisfy(opening -> assertThat(opening.requests()).doesNotHaveDuplicates());
        }
    }

    private static void slowDown(CDPSession line) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY_MILLIS);
        conditions.addProperty("downloadThroughput", BYTES_PER_SECOND);
        conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
        line.send("Network.enable");
        line.send("Network.emulateNetworkConditions", conditions);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        line.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static Opening forgetting(CDPSession line, Visitor visitor) {
        JsonObject all = new JsonObject();
        all.addProperty("origin", visitor.page().evaluate("location.origin").toString());
        all.addProperty("storageTypes", "local_storage,cache_storage");
        visitor.page().navigate("about:blank");
        line.send("Storage.clearDataForOrigin", all);
        line.send("Network.clearBrowserCache");
        return opening(visitor);
    }

    private static Opening opening(Visitor visitor) {
        visitor.page().navigate("about:blank");
        visitor.open("/home");
        visitor.page().waitForFunction("() => performance.getEntriesByName('setia.home').length > 0");
        assertThat(visitor.page().getByLabel("Saldo poin dan kartu Anda")).isVisible();
        assertThat(visitor.page().locator(".skeleton")).hasCount(0);
        visitor.page().waitForLoadState(LoadState.NETWORKIDLE, new Page.WaitForLoadStateOptions().setTimeout(30_000));
        return Opening.read(visitor.page().evaluate(MEASURE));
    }

    private static void tell(String name, List<Opening> openings, double aim) {
        System.out.printf(
                Locale.ROOT,
                "Home, %s: largest paint after %.2f s (median of %s; aim under %.1f s), read anew after %.2f s, %d requests, shift at most %.3f (aim under %.2f)%n",
                name,
                median(openings).seconds(),
                openings.stream().map(opening -> String.format(Locale.ROOT, "%.2f", opening.seconds())).toList(),
                aim,
                median(openings).anew(),
                median(openings).requests().size(),
                openings.stream().mapToDouble(Opening::shift).max().orElseThrow(),
                SHIFT);
    }

    private static Opening median(List<Opening> openings) {
        return openings.stream().sorted(Comparator.comparingDouble(Opening::seconds)).toList().get(openings.size() / 2);
    }
}
