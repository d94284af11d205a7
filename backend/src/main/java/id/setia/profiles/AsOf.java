package id.setia.profiles;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.points.Statements;
import id.setia.points.TimeKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Reads which past moment a request means, and by which time. */
@Singleton
class AsOf {

    private static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

    private final BusinessClock clock;

    AsOf(BusinessClock clock) {
        this.clock = clock;
    }

    /**
     * The moment asked for; nothing where none was.
     *
     * @param asOf an RFC 3339 time, not after now
     * @param by {@code business}, which it is when left out, or {@code record}
     */
    Optional<Statements.UpTo> of(Optional<String> asOf, Optional<String> by) {
        TimeKind kind = by.map(AsOf::kind).orElse(TimeKind.BUSINESS);
        return asOf.map(text -> new Statements.UpTo(moment(text), kind));
    }

    private static TimeKind kind(String by) {
        try {
            TimeKind kind = TimeKind.valueOf(by.toUpperCase(Locale.ROOT));
            if (kind.value().equals(by)) {
                return kind;
            }
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("/by", "value_unknown", "business, record");
        }
        throw Problem.invalid("/by", "value_unknown", "business, record");
    }

    private Instant moment(String text) {
        try {
            Instant moment = Instant.parse(text);
            if (moment.isAfter(clock.now())) {
                throw Problem.invalid("/asOf", "not_past");
            }
            return moment.isBefore(LONG_AGO) ? LONG_AGO : moment;
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/asOf", "time_malformed");
        }
    }
}
