package id.setia.figures;

import id.setia.access.Allowed;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.program.ProgramSettings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** The programme's figures over HTTP. */
@Controller("/api/v1/figures")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Figures", description = "The program's figures by day, week and month, kept in sums that are a few minutes old.")
class FiguresController {

    private static final MediaType CSV = MediaType.of("text/csv;charset=utf-8");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int ROWS_AT_ONCE = 200;

    private final FigureAnswers answers;
    private final FigureListing listing;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    FiguresController(FigureAnswers answers, FigureListing listing, ProgramSettings settings, BusinessClock clock) {
        this.answers = answers;
        this.listing = listing;
        this.settings = settings;
        this.clock = clock;
    }

    @Get
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getFigures",
            summary = "Read the program's figures in a period",
            description =
                    "Who buys, members' share of sales, points given and used, what is outstanding, with the period before and"
                            + " what was aimed at; the stores, what tiers moved, and the rewards that took most points. A period"
                            + " under way is compared with as many days of the one before. Late purchases, refunds, moves and"
                            + " merges change the days they belong to within minutes; who buys is counted once an hour.")
    FiguresResponse figures(
            @Parameter(description = "`day`, `week` (from Monday) or `month`.", example = "month") @QueryValue(defaultValue = "month") @Size(max = 10) String period,
            @Parameter(description = "A day of the period, program time; today when absent.", example = "2026-11-22") @Nullable @QueryValue @Size(max = 10) String on) {
        return answers.of(span(period, on));
    }

    private Span span(String period, @Nullable String on) {
        LocalDate today = settings.current().dateOf(clock.now());
        LocalDate day = on == null ? today : day(on);
        if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            throw Problem.invalid("/on", "value_out_of_range", EARLIEST.toString(), today.toString());
        }
        return Span.of(
                Period.read(period).orElseThrow(() -> Problem.invalid("/period", "value_unknown", "day, week, month")),
                day,
                today);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/on", "date_malformed");
        }
    }

    @Get(value = "/figures.csv", produces = "text/csv")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "exportFigures",
            summary = "The figures as CSV",
            description = "A figure in one of the periods a line: figure, unit, first day, value, currency, and what was aimed at.")
    HttpResponse<String> csv(
            @Parameter(description = "`day`, `week` (from Monday) or `month`.", example = "month") @QueryValue(defaultValue = "month") @Size(max = 10) String period,
            @Parameter(description = "A day of the period, program time; today when absent.", example = "2026-11-22") @Nullable @QueryValue @Size(max = 10) String on) {
        FiguresResponse figures = answers.of(span(period, on));
        return file(FigureTable.figures(figures), "figures-" + figures.from());
    }

    private static HttpResponse<String> file(String text, String name) {
        return HttpResponse.ok(text)
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
    }

    @Get(value = "/stores.csv", produces = "text/csv")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "exportStoreFigures",
            summary = "The stores as CSV",
            description = "A store a line with its sales, purchases, members' share, points and new members in the period.")
    HttpResponse<String> stores(
            @Parameter(description = "`day`, `week` (from Monday) or `month`.", example = "month") @QueryValue(defaultValue = "month") @Size(max = 10) String period,
            @Parameter(description = "A day of the period, program time; today when absent.", example = "2026-11-22") @Nullable @QueryValue @Size(max = 10) String on) {
        FiguresResponse figures = answers.of(span(period, on));
        return file(FigureTable.stores(figures), "stores-" + figures.from());
    }

    @Get("/{figure}/rows")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listFigureRows",
            summary = "List what is behind a figure",
            description =
                    "The purchases, the people who joined or the movements of points it is counted from, as they are now. Figures"
                            + " that say how things stood at the end of a period have no rows; `listed` says which have.")
    FigureRowListResponse rows(
            @Parameter(description = "Which figure.", example = "member_sales") @Size(max = 30) String figure,
            @Parameter(description = "`day`, `week` (from Monday) or `month`.", example = "month") @QueryValue(defaultValue = "month") @Size(max = 10) String period,
            @Parameter(description = "A day of the period, program time; today when absent.", example = "2026-11-22") @Nullable @QueryValue @Size(max = 10) String on,
            @Parameter(description = "Only of this store; movements of points are of no store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue @Size(max = 40) String storeId,
            @Parameter(description = "`nextCursor` of the page before.", example = "MjAyNi0xMS0yMg") @Nullable @QueryValue @Size(max = 300) String cursor,
            @Parameter(description = "How many at most.", example = "50") @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return listing.of(
                figure(figure), span(period, on), store(storeId), Optional.ofNullable(cursor), limit);
    }

    private static Figure figure(String code) {
        return Figure.read(code).filter(Figure::isListed).orElseThrow(() -> Problem.of(ProblemCode.FIGURE_NOT_FOUND));
    }

    private static Optional<UUID> store(@Nullable String storeId) {
        return Optional.ofNullable(storeId).map(id -> PublicId.STORE.parseOr(id, ProblemCode.STORE_NOT_FOUND));
    }

    @Get(value = "/{figure}/rows.csv", produces = "text/csv")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "exportFigureRows",
            summary = "What is behind a figure as CSV",
            description = "All of it, a purchase, person or movement of points a line, the latest first.")
    StreamedFile rowsFile(
            @Parameter(description = "Which figure.", example = "member_sales") @Size(max = 30) String figure,
            @Parameter(description = "`day`, `week` (from Monday) or `month`.", example = "month") @QueryValue(defaultValue = "month") @Size(max = 10) String period,
            @Parameter(description = "A day of the period, program time; today when absent.", example = "2026-11-22") @Nullable @QueryValue @Size(max = 10) String on,
            @Parameter(description = "Only of this store; movements of points are of no store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue @Size(max = 40) String storeId) {
        Figure wanted = figure(figure);
        Span span = span(period, on);
        Optional<UUID> store = store(storeId);
        return new StreamedFile(
                        FigureRowsFile.of(cursor -> listing.of(wanted, span, store, cursor, ROWS_AT_ONCE)), CSV)
                .attach(wanted.code() + "-" + span.first() + ".csv");
    }
}
