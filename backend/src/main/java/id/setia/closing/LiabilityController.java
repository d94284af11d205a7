package id.setia.closing;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Feed;
import id.setia.kernel.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What the programme owes its members, over HTTP. */
@Controller("/api/v1/liability")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Finance")
class LiabilityController {

    private final LiabilityReport report;
    private final OwedAnswers answers;
    private final Feed feed;
    private final BusinessClock clock;

    LiabilityController(LiabilityReport report, OwedAnswers answers, Feed feed, BusinessClock clock) {
        this.report = report;
        this.answers = answers;
        this.feed = feed;
        this.clock = clock;
    }

    @Get
    @Allowed(scopes = Scope.LEDGER_READ, staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getLiability",
            summary = "Read what the program owes its members",
            description =
                    "Points outstanding and what they count for in the books, by who pays for them and by the month in which"
                            + " they lapse, with the breakage to be expected. Now, or as recorded before a past moment or up to"
                            + " a position of the event feed; the ends of months are quicker to read from their closings. A"
                            + " partner's system sees what its own partner pays for.")
    LiabilityResponse liability(
            Caller caller,
            @Parameter(description = "A past moment; what was recorded before it counts.", example = "2026-10-31T17:00:00Z") @Nullable @QueryValue String at,
            @Parameter(description = "Or a position of the event feed: what was recorded up to its event counts.", example = "48210") @Nullable @QueryValue String position) {
        return answer(caller, at, position);
    }

    @Get(value = "/figures.csv", produces = "text/csv")
    @Allowed(scopes = Scope.LEDGER_READ, staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "exportLiability",
            summary = "The same as CSV",
            description = "One figure a line: moment, partner, figure, month of expiry, points, value and currency.")
    HttpResponse<String> csv(
            Caller caller,
            @Parameter(description = "A past moment; what was recorded before it counts.", example = "2026-10-31T17:00:00Z") @Nullable @QueryValue String at,
            @Parameter(description = "Or a position of the event feed: what was recorded up to its event counts.", example = "48210") @Nullable @QueryValue String position) {
        return HttpResponse.ok(OwedAnswers.csv(answer(caller, at, position)))
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"liability.csv\"");
    }

    private LiabilityResponse answer(Caller caller, @Nullable String at, @Nullable String position) {
        Liability liability = moment(at, position).map(report::asOf).orElseGet(report::now);
        return answers.of(BooksCallers.partOf(caller).map(liability::of).orElse(liability));
    }

    private Optional<Instant> moment(@Nullable String at, @Nullable String position) {
        if (at != null && position != null) {
            throw Problem.invalid("/at", "exactly_one_of", "at, position");
        }
        return at != null ? Optional.of(past(at)) : Optional.ofNullable(position).map(this::moment);
    }

    private Instant past(String at) {
        try {
            Instant moment = Instant.parse(at);
            if (moment.isAfter(clock.now()) || moment.isBefore(Instant.EPOCH)) {
                throw Problem.invalid("/at", "not_past");
            }
            return moment;
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/at", "time_malformed");
        }
    }

    /** Right behind the record time of the event: what was recorded by then counts, the event's own transaction too. */
    private Instant moment(String position) {
        if (!position.matches("[1-9][0-9]{0,17}")) {
            throw Problem.invalid("/position", "position_malformed");
        }
        return feed.recordedAt(Long.parseLong(position))
                .map(recordedAt -> recordedAt.plusNanos(1_000))
                .orElseThrow(() -> Problem.invalid("/position", "position_unknown"));
    }
}
