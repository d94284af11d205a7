package id.setia.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The figures that the design promises, each beside what was measured. Those in milliseconds and the rate of one hot member
 * suppose a machine of a certain speed; on another they are told in proportion too, by what plain JDBC did beside them.
 */
final class Promises {

    /** What plain JDBC posts in a second, a transaction for each receipt, on the machine that the absolute promises suppose. */
    private static final double SUPPOSED = 1_425;
    /** The share of its speed that posting keeps while data grows. */
    private static final double KEPT = 0.8;

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
            posting(members, "  single purchases over HTTP", "single.best", 2.5, "aim 4,500/s");
            latency(members, "  p99 at 64 connections", "single.64.p99", "single.64.plain", 50);
            posting(members, "  batches of 100 over HTTP", "batch.best", 0.8, "");
            ratio(members, "  members read over HTTP", "read.best", 0.5, "aim 8,000/s");
            latency(members, "  p99 of reads", "read.64.p99", "read.machine", 25);
            hot(members);
            report.line("  memory: server %s MB at most, database %s MB at the end",
                    number(figure(members, "memory.server").orElseThrow()), number(figure(members, "memory.database").orElseThrow()));
        }
        if (rounds.size() > 1) {
            report.promise("posting keeps its speed as data grows", "at least 0.80", growth("single.64"), " ×", false, KEPT,
                    "from " + number(rounds.getFirst()) + " to " + number(rounds.getLast()) + " members, 64 connections, each held against plain JDBC beside it; "
                            + rate(rounds.getFirst()) + " and " + rate(rounds.getLast()));
        }
        report.promise("start, warm database", "under 5 s", report.figure(0, "start"), " s", true, 5, "");
        report.promise("start after kill -9", "under 10 s", report.figure(0, "restart"), " s", true, 10, "");
        report.promise("nightly insights, 10 million purchases", "under 5 min", report.figure(0, "insights"), " s", true, 300,
                "in proportion where there were fewer");
        report.line(report.holds() ? "All sums agree." : "SUMS DO NOT AGREE, see WRONG above.");
    }

    /** Plain JDBC writes into tables of few members whatever the product has; of the product so much is asked as of growth. */
    private void posting(int members, String what, String name, double bar, String more) {
        if (members <= Baselines.MEMBERS) {
            ratio(members, what, name, bar, more);
        } else {
            ratio(members, what, name, bar * KEPT, "%s of the bar, since its tables have %s members".formatted(KEPT, number(Baselines.MEMBERS)));
        }
    }

    /** The best rate, with what plain JDBC did right before and after it. */
    private void ratio(int members, String what, String name, double bar, String more) {
        OptionalDouble rate = figure(members, name + ".rate");
        OptionalDouble plain = figure(members, name + ".plain");
        String figures = (rate.isPresent() ? number(rate.getAsDouble()) + "/s" : "")
                + (plain.isPresent() ? ", plain JDBC " + number(plain.getAsDouble()) + "/s beside it" : "")
                + (more.isEmpty() ? "" : "; " + more);
        report.promise(what, String.format(Locale.ROOT, "at least %.2f × plain JDBC", bar), quotient(rate, plain), " ×", false, bar, figures);
    }

    private void latency(int members, String what, String name, String plain, int bar) {
        OptionalDouble measured = figure(members, name);
        OptionalDouble scaled = times(measured, speed(members, plain));
        report.promise(what, "under " + bar + " ms", measured, scaled, " ms", true, bar, inProportion(scaled, " ms", members, plain));
    }

    private void hot(int members) {
        OptionalDouble measured = figure(members, "hot.rate");
        OptionalDouble scaled = quotient(measured, speed(members, "hot.plain"));
        OptionalDouble refused = figure(members, "hot.refused");
        report.promise("  one hot member", "1,000/s, nothing wrong", measured, scaled, "/s", false, 1_000,
                (refused.isPresent() ? "refused: " + number(refused.getAsDouble()) + "; " : "") + inProportion(scaled, "/s", members, "hot.plain"));
    }

    /** How fast this machine was, as a multiple of the one supposed. */
    private OptionalDouble speed(int members, String plain) {
        return quotient(figure(members, plain), OptionalDouble.of(SUPPOSED));
    }

    private String inProportion(OptionalDouble scaled, String unit, int members, String plain) {
        return scaled.isEmpty()
                ? ""
                : "%s%s where plain JDBC posts %s/s; here %s/s beside it"
                        .formatted(number(scaled.getAsDouble()), unit, number(SUPPOSED), number(figure(members, plain).orElseThrow()));
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

    private static OptionalDouble times(OptionalDouble factor, OptionalDouble other) {
        return factor.isPresent() && other.isPresent() ? OptionalDouble.of(factor.getAsDouble() * other.getAsDouble()) : OptionalDouble.empty();
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
