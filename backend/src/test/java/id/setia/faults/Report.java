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
    private static final long TOLD_EVERY_NANOS = 10L * 1_000_000_000;
    private static final double LONGEST_WARM_START = 5;
    private static final double LONGEST_START_AFTER_KILL = 10;
    private static final double LONGEST_STOP = 5;

    /** What a stop in good order takes is noted under this name. */
    static final String STOPPING = "until it had stopped";


    private final Map<String, LongSummaryStatistics> faults = new LinkedHashMap<>();
    private final Map<String, LongSummaryStatistics> starts = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> measured = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final long began = System.nanoTime();
    private String fault = "setting up";
    private final Map<String, LongSummaryStatistics> spent = new LinkedHashMap<>();
    private long toldAt;
    private long faultsOfServer;
    private long checks;
    private long replays;

    /** What is being done now; violations are told under it. */
    synchronized void now(String name) {
        fault = name;
        tell(name);
    }

    /** The same for one of many; told now and then. */
    synchronized void now(String kind, int number, int times) {
        fault = kind + ", " + number;
        if (number == 1 || number == times || System.nanoTime() - toldAt > TOLD_EVERY_NANOS) {
            tell(kind + ", " + number + " of " + times);
        }
    }

    private void tell(String what) {
        toldAt = System.nanoTime();
        System.out.printf(Locale.ROOT, "%5.0f s  %s%n", (toldAt - began) / 1e9, what);
    }

    /** Does it and notes how long it took. */
    void timed(String what, Runnable work) {
        long from = System.nanoTime();
        work.run();
        took(what, System.nanoTime() - from);
    }

    synchronized void took(String what, long nanos) {
        spent.computeIfAbsent(what, ignored -> new LongSummaryStatistics()).accept(nanos);
    }

    /** Something answered with 5xx that was not asking to come again. */
    synchronized void faultOfServer() {
        faultsOfServer++;
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

    /** A figure that is promised, beside what was seen. */
    synchronized void bar(String what, String format, Object... values) {
        measured.add(row(what, String.format(Locale.ROOT, format, values)));
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
        page.add("Faults                                     count   recovery: mean   worst");
        faults.forEach((kind, times) -> page.add(String.format(
                Locale.ROOT, "%-42s %5d  %12.2f s %7.2f s", kind, times.getCount(), times.getAverage() / 1e9, times.getMax() / 1e9)));
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
        page.add("");
        spent.forEach((what, times) -> page.add(row(
                what,
                String.format(
                        Locale.ROOT, "%.0f s in all, mean %.2f s, worst %.2f s", times.getSum() / 1e9, times.getAverage() / 1e9,
                        times.getMax() / 1e9))));
        page.add("");
        page.addAll(bars(journal));
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

    /** What is promised for the system as a whole, beside what was seen. */
    private List<String> bars(Journal journal) {
        List<String> bars = new ArrayList<>();
        bars.add(bar("start, warm, under 5 s", worstStart("start in good order, warm"), LONGEST_WARM_START));
        bars.add(bar(
                "start after kill -9, under 10 s",
                Math.max(worstStart("start after kill -9 of the server"), worstStart("start after kill -9 of both")),
                LONGEST_START_AFTER_KILL));
        bars.add(bar(
                "stop under load, a few seconds",
                spent.containsKey(STOPPING) ? spent.get(STOPPING).getMax() / 1e9 : 0,
                LONGEST_STOP));
        bars.add(row(
                "nothing acknowledged is lost",
                String.format(
                        Locale.ROOT, "%,d acknowledged, %,d times sent again, each member's points reckoned after each fault",
                        journal.size(), replays)));
        bars.add(row("no request gets a 5xx but 503", Long.toString(faultsOfServer)));
        bars.addAll(measured);
        return bars;
    }

    private double worstStart(String kind) {
        return starts.containsKey(kind) ? starts.get(kind).getMax() / 1e9 : 0;
    }

    private static String bar(String what, double seconds, double most) {
        return row(
                what, seconds == 0 ? "not tried" : String.format(Locale.ROOT, "worst %.2f s: %s", seconds, seconds < most ? "holds" : "SHORT"));
    }

    private static String row(String what, String value) {
        return String.format(Locale.ROOT, "%-42s %s", what, value);
    }
}
