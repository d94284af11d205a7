package id.setia.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * A moment as a file writes it: a day and a time by the store's clock, a day alone (then noon), or a time with its offset.
 */
record TimeText(LocalDateTime local, Optional<OffsetDateTime> exact) {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    static Optional<TimeText> parse(String text) {
        try {
            TemporalAccessor parsed =
                    FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (parsed) {
                        case OffsetDateTime exact -> new TimeText(exact.toLocalDateTime(), Optional.of(exact));
                        case LocalDateTime local -> new TimeText(local, Optional.empty());
                        case LocalDate day -> new TimeText(day.atTime(LocalTime.NOON), Optional.empty());
                        default -> throw new IllegalStateException("unexpected " + parsed);
                    });
        } catch (DateTimeParseException error) {
            return Optional.empty();
        }
    }

    /**
     * The moment meant, by the store's clock. A time that the clocks skipped in spring is read as by a clock not yet put
     * forward; one they showed twice in autumn is the first.
     */
    Instant in(ZoneId zone) {
        return exact.map(OffsetDateTime::toInstant)
                .orElseGet(() -> local.atZone(zone).toInstant());
    }
}
