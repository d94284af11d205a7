package id.setia.insights;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Setting;
import id.setia.program.Settings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How members buy, over HTTP. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Insights", description = "What the program learns of its members from what they buy.")
class RfmController {

    private static final UUID NOTHING_IN_PARTICULAR = new UUID(0, 0);

    private final Rfm rfm;
    private final RfmRuns runs;
    private final ProgramSettings program;
    private final Settings settings;
    private final AuditTrail audit;
    private final Transactions transactions;

    RfmController(
            Rfm rfm,
            RfmRuns runs,
            ProgramSettings program,
            Settings settings,
            AuditTrail audit,
            Transactions transactions) {
        this.rfm = rfm;
        this.runs = runs;
        this.program = program;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** How members buy. */
    @Get("/insights/rfm")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getRfm",
            summary = "Read how members buy",
            description = "Members by recency, frequency and monetary value. Each figure is cut into quintiles on its own every"
                    + " night; equal figures share a score. Segments name the cells of recency and frequency.")
    RfmResponse read() {
        Program current = program.current();
        Optional<RfmRun> run = rfm.latest();
        List<RfmCell> cells = run.map(rfm::cells).orElse(List.of());
        return new RfmResponse(
                run.map(RfmRun::asOf).orElse(null),
                run.flatMap(RfmRun::finishedAt).orElse(null),
                run.map(RfmRun::months).orElseGet(() -> setting().value().months()),
                run.map(RfmRun::members).orElse(0L),
                cells.stream().map(cell -> RfmCellResponse.of(cell, current)).toList(),
                Arrays.stream(RfmSegment.values())
                        .map(segment -> RfmSegmentResponse.of(segment, cells, current))
                        .toList());
    }

    /** Over which time members are scored. */
    @Get("/settings/rfm")
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getRfmSettings",
            summary = "Read over which time members are scored",
            description = "The window of recency, frequency and monetary value.")
    HttpResponse<RfmSettings> settings() {
        return answer(setting());
    }

    /** Changes over which time members are scored. */
    @Put("/settings/rfm")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeRfmSettings",
            summary = "Change over which time members are scored",
            description = "Members are scored anew within minutes; until then the scores of before are seen.")
    HttpResponse<RfmSettings> change(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"1\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Body @Valid RfmSettings change) {
        Version from = Version.of(Optional.ofNullable(ifMatch));
        Setting<RfmSettings> changed = transactions.write(connection -> {
            Setting<RfmSettings> setting = settings.change(RfmSettings.SETTING, change, from);
            audit.record(
                    caller, "rfm.changed", "setting", NOTHING_IN_PARTICULAR, "months", change.months().toString());
            return setting;
        });
        runs.queueAnother();
        return answer(changed);
    }

    private Setting<RfmSettings> setting() {
        return settings.read(RfmSettings.SETTING, RfmSettings.class, RfmSettings.USUAL);
    }

    private static HttpResponse<RfmSettings> answer(Setting<RfmSettings> setting) {
        return HttpResponse.ok(setting.value()).header(HttpHeaders.ETAG, setting.version().tag());
    }
}
