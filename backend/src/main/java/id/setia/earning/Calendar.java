package id.setia.earning;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A dated list that rules name, edited once for all of them: Ramadan, Harbolnas.
 *
 * @param code stable name for staff
 * @param spans in order of time
 * @param version counted up with each change
 */
public record Calendar(UUID id, String code, LocalText name, List<Span> spans, long version) {

    /** Days that follow each other, the last included. */
    @Serdeable
    public record Span(LocalDate from, LocalDate until) {}

    boolean contains(LocalDate day) {
        return spans.stream().anyMatch(span -> !day.isBefore(span.from()) && !day.isAfter(span.until()));
    }
}
