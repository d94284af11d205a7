package id.setia.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures that the design promises, each beside what was measured. */
final class Promises {

    private final Report report;
    private final List<Integer> rounds;

    Promises(Report report, List<Integer> rounds) {
        this.report = report;
        this.rounds = rounds;
    }

    void print() {
        report.heading("Promised and measured");
        for (int members : rounds) {
            report.line("at %,d members", members);
            ratio(members, "  single purchases over HTTP", "single.best", 2.5, "aim 4,500/s");
            report.promise("  p99 at 64 connections", "under 50 ms", report.figure(members, "single.64.p99"), " ms", true, 50, "");
            ratio(members, "  batches of 100 over HTTP", "batch.best", 0.8, "");
            ratio(members, "  members read over HTTP", "read.best", 0.5, "aim 8,000/s");
            report.promise("  p99 of reads", "under 25 ms", report.figure(members, "read.64.p99"), " ms", true, 25, "");
            report.promise("  one hot member", "1,000/s, nothing wrong", report.figure(members, "hot"), "/s", false, 1_000,
                    figure(members, "hot.refused").isPresent() ? "refused: " + (long) figure(members, "hot.refused").getAsDouble() : "");
            report.line("  memory: server %s MB at most, database %s MB at the end",
                    number(figure(members, "memory.server").orElseThrow()), number(figure(members, "memory.database").orElseThrow()));
        }
        if (rounds.size() > 1) {
            report.promise("posting keeps its speed as data grows", "at least 0.80", growth("single.64"), " ×", false, 0.8,
                    "from " + number(rounds.getFirst()) + " to " + number(rounds.getLast()) + " members, 64 connections, each held against plain JDBC beside it; "
                            + rate(rounds.getFirst()) + " and " + rate(rounds.getLast()));
        }
        report.promise("start, warm database", "under 5 s", report.figure(0, "start"), " s", true, 5, "");
        report.promise("start after kill -9", "under 10 s", report.figure(0, "restart"), " s", true, 10, "");
        report.promise("nightly insights, 10 million purchases", "under 5 min", report.figure(0, "insights"), " s", true, 300,
                "in proportion where there were fewer");
        report.line(report.holds() ? "All sums agree." : "SUMS DO NOT AGREE, see WRONG above.");
    }

    /** The best rate, with what plain JDBC did right before and after it. */
    private void ratio(int members, String what, String name, double bar, String more) {
        OptionalDouble rate = figure(members, name);
        OptionalDouble plain = figure(members, name + ".plain");
        String figures = (rate.isPresent() ? number(rate.getAsDouble()) + "/s" : "")
                + (plain.isPresent() ? ", plain JDBC " + number(plain.getAsDouble()) + "/s beside it" : "")
                + (more.isEmpty() ? "" : "; " + more);
        report.promise(what, "at least " + bar + " × plain JDBC", quotient(rate, plain), " ×", false, bar, figures);
    }

    private OptionalDouble figure(int members, String name) {
        return report.figure(members, name);
    }

    /** How much of its rate is left, each taken as a multiple of what plain JDBC did beside it, on ten thousand members both times. */
    private OptionalDouble growth(String name) {
        int few = rounds.getFirst();
        int many = rounds.getLast();
        return quotient(quotient(figure(many, name + ".rate"), figure(many, name + ".plain")), quotient(figure(few, name + ".rate"), figure(few, name + ".plain")));
    }

    private static OptionalDouble quotient(OptionalDouble dividend, OptionalDouble divisor) {
        return dividend.isPresent() && divisor.isPresent()
                ? OptionalDouble.of(dividend.getAsDouble() / divisor.getAsDouble())
                : OptionalDouble.empty();
    }

    private String rate(int members) {
        OptionalDouble rate = figure(members, "single.64.rate");
        return rate.isPresent() ? number(rate.getAsDouble()) + "/s" : "not measured";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
