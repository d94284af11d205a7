package id.setia.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What wrk saw.
 *
 * @param values by name: {@code requests} answered, {@code sent}, {@code rows} and {@code points} of answered purchases,
 *     {@code status.201} and so on, {@code refusal.409.sold_out} and so on; times in microseconds
 * @param cpu seconds of processor that wrk used
 */
record WrkResult(Map<String, Double> values, double cpu) {

    static WrkResult parse(String line, double cpu) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String pair : line.strip().split(" ")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], Double.valueOf(parts[1]));
        }
        return new WrkResult(values, cpu);
    }

    double value(String name) {
        return values.getOrDefault(name, 0.0);
    }

    long count(String name) {
        return (long) value(name);
    }

    double seconds() {
        return value("duration") / 1e6;
    }

    /** Answers that were good. */
    long good() {
        return count("status.200") + count("status.201");
    }

    /** Good answers a second. */
    double rate() {
        return good() / seconds();
    }

    double milliseconds(String name) {
        return value(name) / 1000;
    }

    /** Everything that was not good, each with how often; empty when all was. */
    String refusals() {
        Map<String, Long> refusals = new TreeMap<>();
        values.forEach((name, count) -> {
            if (name.startsWith("refusal.")) {
                refusals.put(name.substring("refusal.".length()), count.longValue());
            }
        });
        if (count("errors") + count("timeouts") > 0) {
            refusals.put("broken connections", count("errors"));
            refusals.put("timeouts", count("timeouts"));
        }
        return refusals.isEmpty() ? "" : refusals.toString();
    }
}
