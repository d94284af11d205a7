package id.setia.tiers;

import id.setia.access.Allowed;
import id.setia.access.Role;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.program.ProgramSettings;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

/** What a change of the ladder, or the next evaluation, would do, and what those before did, over HTTP. */
@Controller("/api/v1/tiers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tiers")
class TierOutlookController {

    private static final int RUNS_SHOWN = 24;

    private final LadderEditing editing;
    private final TierPreviews previews;
    private final TierForecasts forecasts;
    private final TierRunRows runs;
    private final TierMoves moves;
    private final ProgramSettings settings;

    TierOutlookController(
            LadderEditing editing,
            TierPreviews previews,
            TierForecasts forecasts,
            TierRunRows runs,
            TierMoves moves,
            ProgramSettings settings) {
        this.editing = editing;
        this.previews = previews;
        this.forecasts = forecasts;
        this.runs = runs;
        this.moves = moves;
        this.settings = settings;
    }

    @Post("/previews")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.MARKETER, Role.ANALYST})
    @Operation(
            operationId = "previewTiers",
            summary = "See what another ladder would do",
            description = "Judges every member by the ladder given and by the one in force, and counts who goes from which tier"
                    + " to which. Changes nothing. Of a million members it takes about half a minute.")
    TierPreviewResponse preview(@Body @Valid PreviewTiersRequest request) {
        return previews.of(
                editing.read(new WriteTiersRequest(request.tiers(), request.policy())),
                Boolean.TRUE.equals(request.soFar()));
    }

    @Get("/forecast")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.SERVICE_AGENT})
    @Operation(
            operationId = "listTierForecast",
            summary = "List who moves at the next evaluation",
            description = "Members who rise or fall at the next evaluation if nothing more is bought, in the order of ids.")
    TierForecastResponse forecast(
            @Parameter(description = "`up` or `down`; both when absent.", example = "down") @Nullable @QueryValue @Size(max = 10) String direction,
            @Parameter(description = "How many at most.", example = "50") @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "MDE5YWI") @Nullable @QueryValue String cursor) {
        return forecasts.page(
                TierDirection.read(Optional.ofNullable(direction)), Optional.ofNullable(cursor), limit);
    }

    @Get(value = "/forecast.csv", produces = "text/csv")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST})
    @Operation(
            operationId = "exportTierForecast",
            summary = "The same as CSV",
            description = "One row for each member who rises or falls, with the tiers before and after.")
    HttpResponse<String> csv(
            @Parameter(description = "`up` or `down`; both when absent.", example = "down") @Nullable @QueryValue @Size(max = 10) String direction) {
        String text = forecasts.csv(TierDirection.read(Optional.ofNullable(direction)));
        return HttpResponse.ok(text)
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"tiers-" + forecasts.nextRun() + ".csv\"");
    }

    @Get("/runs")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.SERVICE_AGENT, Role.AUDITOR})
    @Operation(
            operationId = "listTierRuns",
            summary = "List the monthly evaluations",
            description = "The last 24, the latest first, with how many each moved.")
    TierRunListResponse runs() {
        return new TierRunListResponse(runs.latest(RUNS_SHOWN).stream()
                .map(run -> TierRunResponse.of(run, settings.current()))
                .toList());
    }

    @Get("/runs/{month}")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.SERVICE_AGENT, Role.AUDITOR})
    @Operation(
            operationId = "getTierRun",
            summary = "Read a monthly evaluation",
            description = "How far it has come, and how many it moved from tier to tier.")
    TierRunDetailResponse run(
            @Parameter(description = "Its month.", example = "2026-11") String month) {
        TierRun run = found(month);
        return new TierRunDetailResponse(
                TierRunResponse.of(run, settings.current()),
                moves.counts(run.month()).stream().map(TierMoveCount::of).toList());
    }

    @Get("/runs/{month}/moves")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.SERVICE_AGENT, Role.AUDITOR})
    @Operation(
            operationId = "listTierMoves",
            summary = "List whom an evaluation moved",
            description = "The members in the order of ids, each with the tier before and after.")
    TierMoveListResponse moves(
            @Parameter(description = "Its month.", example = "2026-11") String month,
            @Parameter(description = "How many at most.", example = "50") @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "MDE5YWI") @Nullable @QueryValue String cursor) {
        Page<TierMove> page = moves.page(found(month).month(), Optional.ofNullable(cursor), limit);
        return new TierMoveListResponse(
                page.items().stream().map(TierMoveItem::of).toList(), page.nextCursor().orElse(null));
    }

    private TierRun found(String month) {
        try {
            return runs.find(YearMonth.parse(month)).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
        } catch (DateTimeException error) {
            throw Problem.of(ProblemCode.NOT_FOUND);
        }
    }
}
