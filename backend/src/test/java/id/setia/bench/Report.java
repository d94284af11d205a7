package id.setia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The page a run ends with: what was measured, and each figure that was promised beside it. */
final class Report {

    private final List<String> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Double> figures = new TreeMap<>();

    /** Writes a line, and shows it at once. */
    void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        lines.add(line);
        System.out.println(line);
    }

    void heading(String text) {
        line("");
        line("%s", text);
        line("%s", "-".repeat(text.length()));
    }

    void faults(List<String> found) {
        faults.addAll(found);
        found.forEach(fault -> line("  WRONG: %s", fault));
    }

    /** Keeps a figure of a round for the end. */
    void figure(int members, String name, double value) {
        figures.put(members + "." + name, value);
    }

    OptionalDouble figure(int members, String name) {
        Double value = figures.get(members + "." + name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A promise beside what was measured; {@code -} where that was not. */
    void promise(String what, String promised, OptionalDouble measured, String unit, boolean most, double bar, String more) {
        promise(what, promised, measured, measured, unit, most, bar, more);
    }

    /**
     * A promise beside what was measured, which may hold in proportion only.
     *
     * @param inProportion the same as it would be on the machine that the promise supposes
     */
    void promise(
            String what, String promised, OptionalDouble measured, OptionalDouble inProportion, String unit, boolean most, double bar, String more) {
        String verdict = measured.isEmpty() ? "-" : keeps(measured, most, bar) ? "OK" : keeps(inProportion, most, bar) ? "OK in proportion" : "SHORT";
        String figure = measured.isEmpty() ? "not measured" : String.format(Locale.ROOT, "%,.2f%s", measured.getAsDouble(), unit);
        line("%-46s %-28s %16s  %-5s %s", what, promised, figure, verdict, more);
    }

    private static boolean keeps(OptionalDouble figure, boolean most, double bar) {
        return figure.isPresent() && (most ? figure.getAsDouble() <= bar : figure.getAsDouble() >= bar);
    }

    boolean holds() {
        return faults.isEmpty();
    }

    void write(Path file) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
