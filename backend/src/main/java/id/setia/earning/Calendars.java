package id.setia.earning;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.FieldError;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.LocalTextReader;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to dated lists. Each change raises the epoch of the rules, so that every node judges by the same days. */
@Singleton
class Calendars {

    private static final int LONGEST_NAME = 80;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final CalendarRows rows;
    private final RuleRows rules;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;
    private final AuditTrail audit;

    Calendars(
            CalendarRows rows,
            RuleRows rules,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            Json json,
            AuditTrail audit) {
        this.rows = rows;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.audit = audit;
    }

    List<Calendar> all() {
        return transactions.read(rows::all);
    }

    /** @throws Problem {@code calendar_not_found} */
    Calendar one(UUID id) {
        return all().stream()
                .filter(calendar -> calendar.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.CALENDAR_NOT_FOUND));
    }

    /** Makes a calendar; its code must be new. */
    Calendar create(Caller by, CreateCalendarRequest request) {
        Calendar made = read(ids.next(), request.code(), request.name(), request.spans(), 1);
        return transactions.write(connection -> {
            rules.raiseEpoch(connection);
            if (rows.all(connection).stream().anyMatch(other -> other.code().equals(made.code()))) {
                throw Problem.invalid("/code", "code_taken");
            }
            rows.insert(connection, made, by.actorId());
            record(by, "calendar.created", made);
            return made;
        });
    }

    /** @throws Problem {@code calendar_not_found}, {@code changed_meanwhile} */
    Calendar change(Caller by, UUID id, Version seen, ChangeCalendarRequest request) {
        return transactions.write(connection -> {
            Calendar before = locked(connection, id, seen);
            Calendar after = read(id, before.code(), request.name(), request.spans(), before.version() + 1);
            rows.update(connection, after, by.actorId());
            record(by, "calendar.changed", after);
            return after;
        });
    }

    /** @throws Problem {@code calendar_in_use} while a rule that has not ended names it */
    void delete(Caller by, UUID id, Version seen) {
        Instant now = clock.now();
        transactions.write(connection -> {
            Calendar before = locked(connection, id, seen);
            boolean used = rules.versions(connection).stream()
                    .filter(version -> !version.hasEnded(now))
                    .anyMatch(version -> version.definition().conditions().ofTimes().calendars().contains(id));
            if (used) {
                throw Problem.of(ProblemCode.CALENDAR_IN_USE);
            }
            rows.delete(connection, id);
            record(by, "calendar.deleted", before);
            return null;
        });
    }

    private Calendar locked(Connection connection, UUID id, Version seen) throws SQLException {
        rules.raiseEpoch(connection);
        Calendar before =
                rows.lock(connection, id).orElseThrow(() -> Problem.of(ProblemCode.CALENDAR_NOT_FOUND));
        seen.mustBe(before.version());
        return before;
    }

    private static Calendar read(UUID id, String code, LocalText name, List<CalendarSpan> given, long version) {
        LocalTextReader texts = new LocalTextReader();
        LocalText read = texts.read(name, "/name", LONGEST_NAME);
        List<FieldError> errors = new ArrayList<>(texts.errors());
        List<Calendar.Span> spans = spans(given, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Calendar(id, code, read, spans, version);
    }

    private static List<Calendar.Span> spans(List<CalendarSpan> given, List<FieldError> errors) {
        List<Calendar.Span> spans = new ArrayList<>();
        for (int index = 0; index < given.size(); index++) {
            String place = "/spans/" + index;
            CalendarSpan span = given.get(index);
            if (span == null) {
                errors.add(new FieldError(place, "required", List.of()));
                continue;
            }
            LocalDate until = Optional.ofNullable(span.until()).orElse(span.from());
            if (span.from().isBefore(EARLIEST) || until.isAfter(LATEST)) {
                String end = span.from().isBefore(EARLIEST) ? "/from" : "/until";
                errors.add(new FieldError(
                        place + end, "value_out_of_range", List.of(EARLIEST.toString(), LATEST.toString())));
            } else if (until.isBefore(span.from())) {
                errors.add(new FieldError(place + "/until", "end_before_start", List.of()));
            } else if (spans.stream().anyMatch(other ->
                    !other.until().isBefore(span.from()) && !until.isBefore(other.from()))) {
                errors.add(new FieldError(place, "spans_overlap", List.of()));
            } else {
                spans.add(new Calendar.Span(span.from(), until));
            }
        }
        spans.sort(Comparator.comparing(Calendar.Span::from));
        return spans;
    }

    private void record(Caller by, String act, Calendar calendar) {
        audit.record(
                by, act, "calendar", calendar.id(), "code", calendar.code(), "version",
                String.valueOf(calendar.version()), "spans", json.write(calendar.spans()));
    }
}
