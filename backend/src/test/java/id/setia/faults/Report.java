package id.setia.faults;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Locale;
import java.util.Map;

/** What the battery has seen, as one page. */
final class Report {

    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_SHOWN = 600;

    private final Map<String, LongSummaryStatistics> faults = new LinkedHashMap<>();
    private final Map<String, LongSummaryStatistics> starts = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final long began = System.nanoTime();
    private String fault = "setting up";
    private long checks;
    private long replays;

    /** What is being done now; violations are told under it. */
    synchronized void now(String name) {
        fault = name;
    }

    /** A fault came to pass, with the time from it to the first good answer; 0 where nobody had to wait. */
    synchronized void fault(String kind, long recoveryNanos) {
        faults.computeIfAbsent(kind, ignored -> new LongSummaryStatistics()).accept(recoveryNanos);
    }

    synchronized void start(String kind, long nanos) {
        starts.computeIfAbsent(kind, ignored -> new LongSummaryStatistics()).accept(nanos);
    }

    synchronized void checked(long acknowledgedAgain) {
        checks++;
        replays += acknowledgedAgain;
    }

    synchronized void line(String what, String format, Object... values) {
        lines.add(row(what, String.format(Locale.ROOT, format, values)));
    }

    synchronized void violation(String what) {
        violations.add(fault + ": " + (what.length() > LONGEST_SHOWN ? what.substring(0, LONGEST_SHOWN) + " …" : what));
        System.out.println("!! " + violations.getLast());
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized long worstRecovery(String kind) {
        return faults.containsKey(kind) ? faults.get(kind).getMax() : 0;
    }

    synchronized String page(Journal journal) {
        List<String> page = new ArrayList<>();
        page.add("");
        page.add("Faults                                  count   recovery: mean   worst");
        faults.forEach((kind, times) -> page.add(String.format(
                Locale.ROOT, "%-38s %6d  %12.2f s %7.2f s", kind, times.getCount(), times.getAverage() / 1e9, times.getMax() / 1e9)));
        page.add("");
        starts.forEach((kind, times) -> page.add(row(
                kind,
                String.format(
                        Locale.ROOT, "%d times, best %.2f s, mean %.2f s, worst %.2f s", times.getCount(), times.getMin() / 1e9,
                        times.getAverage() / 1e9, times.getMax() / 1e9))));
        page.add("");
        page.add(row("requests sent", String.format(Locale.ROOT, "%,d", journal.sent())));
        page.add(row("acknowledged", String.format(Locale.ROOT, "%,d", journal.size())));
        for (Act.Kind kind : Act.Kind.values()) {
            page.add(row("  " + kind.name().toLowerCase(Locale.ROOT), String.format(Locale.ROOT, "%,d", journal.done(kind))));
        }
        page.add(row("answers that settled nothing", String.format(Locale.ROOT, "%,d, sent again until they did", journal.everUnknown())));
        page.add(row("refused", journal.refusals().toString()));
        page.add(row("checks of everything", String.format(Locale.ROOT, "%,d, with %,d acknowledged acts sent again", checks, replays)));
        page.addAll(lines);
        Runtime machine = Runtime.getRuntime();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        page.add(row(
                "machine",
                String.format(
                        Locale.ROOT, "%d cores, %d GB, %s, Java %s", machine.availableProcessors(),
                        Math.round(system.getTotalMemorySize() / 1e9), System.getProperty("os.name"),
                        System.getProperty("java.specification.version"))));
        page.add(row("took", String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - began) / 1e9)));
        page.add(row("promise violations", Integer.toString(violations.size())));
        violations.stream().limit(MOST_SHOWN).forEach(violation -> page.add("  " + violation));
        return String.join("\n", page);
    }

    private static String row(String what, String value) {
        return String.format(Locale.ROOT, "%-38s %s", what, value);
    }
}
