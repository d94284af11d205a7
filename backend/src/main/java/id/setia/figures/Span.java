package id.setia.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A period, or what there is of it so far.
 *
 * @param last the last day that counts, today in a period under way
 */
record Span(Period period, LocalDate first, LocalDate last) {

    /** The period a day is in, up to today. */
    static Span of(Period period, LocalDate day, LocalDate today) {
        LocalDate last = period.last(day);
        return new Span(period, period.first(day), last.isAfter(today) ? today : last);
    }

    boolean isOver() {
        return last.equals(period.last(first));
    }

    /** The period before: whole where this one is over, else as many of its days. */
    Span before() {
        LocalDate begin = period.first(first.minusDays(1));
        LocalDate end = period.last(begin);
        LocalDate same = begin.plusDays(last.toEpochDay() - first.toEpochDay());
        return new Span(period, begin, isOver() || same.isAfter(end) ? end : same);
    }

    /** The periods up to this one, the first first; those before it whole. */
    List<Span> upTo() {
        List<Span> spans = new ArrayList<>();
        spans.add(this);
        LocalDate begin = first;
        while (spans.size() < period.shown()) {
            LocalDate end = begin.minusDays(1);
            begin = period.first(end);
            spans.add(new Span(period, begin, end));
        }
        Collections.reverse(spans);
        return spans;
    }
}
