package id.setia.faults;

import java.time.LocalDate;
import java.util.Map;

/**
 * A purchase of two lines that is in the books.
 *
 * @param act the last act that said whose it is
 * @param id empty where the answer named none
 * @param member its phone; empty for nobody
 */
record Sale(long act, String id, String receipt, LocalDate day, String member, long first, long second) {

    private static final long POINT = 1_000;

    Sale of(long later, String other) {
        return new Sale(later, id, receipt, day, other, first, second);
    }

    Sale named(String purchaseId) {
        return new Sale(act, purchaseId, receipt, day, member, first, second);
    }

    long given() {
        return (first + second) / POINT;
    }

    /** What buying it does. */
    Map<String, Sum> effects() {
        return member.isEmpty() ? Map.of() : Map.of(member, new Sum(given(), 0));
    }

    /** What bringing it back does: all of it, or the first line. */
    Map<String, Sum> returned(boolean whole) {
        long left = whole ? 0 : second / POINT;
        return member.isEmpty() ? Map.of() : Map.of(member, new Sum(left - given(), 0));
    }
}
