package id.setia.earning;

import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import java.util.List;
import java.util.function.LongFunction;

/** The rules as they stood when a sheaf was read: from memory, unless something was published since. */
public final class RuleBookReading {

    private static final SheafPart PART =
            new SheafPart("epoch WHERE name = ?", List.of(), List.of(), List.of("value"), List.of());

    private final RuleBook before;
    private final LongFunction<RuleBook> books;
    private long epoch;

    private RuleBookReading(RuleBook before, LongFunction<RuleBook> books) {
        this.before = before;
        this.books = books;
    }

    static RuleBookReading of(String name, RuleBook before, LongFunction<RuleBook> books, Sheaf sheaf) {
        RuleBookReading reading = new RuleBookReading(before, books);
        sheaf.add(PART, List.of(name), row -> reading.epoch = row.number("value"));
        return reading;
    }

    /** The rules as they were known before the sheaf was read. */
    public RuleBook before() {
        return before;
    }

    public RuleBook book() {
        return books.apply(epoch);
    }
}
