package id.setia.closing;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Months that are closed, over HTTP. */
@Controller("/api/v1/closings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Finance")
class ClosingController {

    private static final Pattern MONTH = Pattern.compile("(19[7-9]|2[01][0-9])[0-9]-(0[1-9]|1[0-2])");
    private static final MediaType CSV = MediaType.of("text/csv;charset=utf-8");

    private final Closings closings;
    private final ClosedMonths months;
    private final ClosingAnswers answers;
    private final Journal journal;

    ClosingController(Closings closings, ClosedMonths months, ClosingAnswers answers, Journal journal) {
        this.closings = closings;
        this.months = months;
        this.answers = answers;
        this.journal = journal;
    }

    @Get
    @Allowed(scopes = Scope.LEDGER_READ, staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "listClosings",
            summary = "List closed months",
            description = "Closings done or under way, the latest month first, and the month that is next.")
    ClosingListResponse list(
            @Parameter(description = "Where the page begins, as the page before says.", example = "MjAyNi0xMA") @Nullable @QueryValue @Size(max = 200) String cursor,
            @Parameter(description = "How many, 1 to 100.", example = "24") @QueryValue(defaultValue = "24") @Min(1) @Max(100) int limit) {
        Page<Closing> page = months.page(Optional.ofNullable(cursor), limit);
        return new ClosingListResponse(
                page.items().stream().map(ClosingSummaryResponse::of).toList(),
                closings.next().map(YearMonth::toString).orElse(null),
                page.nextCursor().orElse(null));
    }

    @Post
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = {Role.FINANCE})
    @Operation(
            operationId = "closeMonth",
            summary = "Close a month now",
            description =
                    "Begins to close a month before the day on which it would be closed by itself. Months are closed in their"
                            + " order and only once they are over. Asking again changes nothing, except that a closing which did"
                            + " not agree with the ledger is counted anew.")
    ClosingSummaryResponse close(Caller caller, @Body @Valid CloseMonthRequest request) {
        if (!MONTH.matcher(request.month()).matches()) {
            throw Problem.invalid("/month", "month_malformed");
        }
        return ClosingSummaryResponse.of(closings.begin(caller, YearMonth.parse(request.month())));
    }

    @Get("/{month}")
    @Allowed(scopes = Scope.LEDGER_READ, staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getClosing",
            summary = "Read a closed month",
            description =
                    "What was brought forward, issued, used, lapsed and adjusted in the month, and what is outstanding at its"
                            + " end, by who pays for it. A partner's system sees what its own partner pays for.")
    MonthClosingResponse get(
            Caller caller,
            @Parameter(description = "The month, programme time.", example = "2026-10") String month) {
        return answers.of(part(caller, month(month)));
    }

    private ClosedMonth part(Caller caller, ClosedMonth month) {
        return BooksCallers.partOf(caller).map(month::of).orElse(month);
    }

    private ClosedMonth month(String month) {
        if (!MONTH.matcher(month).matches()) {
            throw Problem.of(ProblemCode.CLOSING_NOT_FOUND);
        }
        return months.get(YearMonth.parse(month));
    }

    @Get(value = "/{month}/figures.csv", produces = "text/csv")
    @Allowed(scopes = Scope.LEDGER_READ, staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "exportClosing",
            summary = "The same as CSV",
            description = "One figure a line: month, partner, figure, of which month of expiry or honouring partner, points, value and currency.")
    HttpResponse<String> csv(
            Caller caller,
            @Parameter(description = "The month, programme time.", example = "2026-10") String month) {
        return file(ClosingAnswers.csv(answers.of(part(caller, month(month)))), "closing-" + month);
    }

    private static HttpResponse<String> file(String text, String name) {
        return HttpResponse.ok(text)
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
    }

    @Get("/{month}/settlement")
    @Allowed(scopes = Scope.LEDGER_READ, staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getSettlement",
            summary = "Read what partners owe each other for a month",
            description =
                    "A partner at whose expense points were given owes what they count for in the books to the partner that gave"
                            + " something for them; both ways, and set off. A partner's system sees what concerns its own partner.")
    SettlementResponse settlement(
            Caller caller,
            @Parameter(description = "The month, programme time.", example = "2026-10") String month) {
        ClosedMonth closed = month(month);
        Settlement all = Settlement.of(closed.funders());
        return answers.of(closed, BooksCallers.partOf(caller).map(all::of).orElse(all));
    }

    @Get(value = "/{month}/settlement.csv", produces = "text/csv")
    @Allowed(scopes = Scope.LEDGER_READ, staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "exportSettlement",
            summary = "The same as CSV",
            description = "One debt a line (`owed`), then each pair of partners set off (`net`).")
    HttpResponse<String> settlementCsv(
            Caller caller,
            @Parameter(description = "The month, programme time.", example = "2026-10") String month) {
        return file(ClosingAnswers.csv(settlement(caller, month)), "settlement-" + month);
    }

    @Get(value = "/{month}/journal.csv", produces = "text/csv")
    @Allowed(staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "exportJournal",
            summary = "The month's journal as CSV",
            description =
                    "Every entry of the closed month, one a line, with date of recording, business date, posting key, kind,"
                            + " account, who pays, who gave something for the points, points, value and currency. The entries of"
                            + " each posting key sum to zero for each partner that pays; what is given counts negative on"
                            + " `issued`, `opening` and `adjusted`. Money is not rounded, so that it sums to the closing.")
    StreamedFile journal(
            @Parameter(description = "The month, programme time.", example = "2026-10") String month) {
        return new StreamedFile(journal.of(month(month)), CSV).attach("journal-" + month + ".csv");
    }
}
