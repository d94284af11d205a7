package id.setia.imports;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.jobs.Job;
import id.setia.jobs.Jobs;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Imports of codes for rewards over HTTP. */
@Controller("/api/v1/reward-code-imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rewards")
class RewardCodeImportController {

    private static final int SHOWN = 20;
    private static final int LONGEST_NAME = 200;
    private static final List<String> TITLES = List.of("code");

    private final RewardCodeUploads uploads;
    private final Jobs jobs;
    private final Report report;
    private final AuditTrail audit;
    private final Json json;

    RewardCodeImportController(RewardCodeUploads uploads, Jobs jobs, Report report, AuditTrail audit, Json json) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.report = report;
        this.audit = audit;
        this.json = json;
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createRewardCodeImport",
            summary = "Import codes for a reward",
            description = "Takes a CSV file (UTF-8, also compressed with gzip) with a column `code`, up to a million rows, and queues a"
                    + " job that adds the codes to the pool of a reward of kind `voucher_pool`. Sending the same file again changes"
                    + " nothing. The file is kept only until its last row is done.")
    RewardCodeImportResponse create(
            @Part("file") CompletedFileUpload file,
            @Part("rewardId") String rewardId,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages,
            Caller caller)
            throws IOException {
        Path copy = Files.createTempFile("setia-codes", ".csv");
        try {
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return response(uploads.queue(
                    caller,
                    name(file),
                    rewardId,
                    languages != null && languages.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "id",
                    () -> Files.newInputStream(copy)));
        } finally {
            Files.delete(copy);
        }
    }

    private static String name(CompletedFileUpload file) {
        String name = file.getFilename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private RewardCodeImportResponse response(Job job) {
        return RewardCodeImportResponse.of(
                job,
                json.read(job.parameters(), RewardCodeOrder.class),
                job.counts().isEmpty() ? RewardCodeTally.NOTHING : json.read(job.counts(), RewardCodeTally.class));
    }

    @Get
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listRewardCodeImports",
            summary = "List imports of codes",
            description = "The latest imports of codes with their progress, the latest first.")
    RewardCodeImportListResponse list() {
        return new RewardCodeImportListResponse(
                jobs.latest(List.of(RewardCodeImport.KIND), SHOWN).stream().map(this::response).toList());
    }

    @Get("/{jobId}")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getRewardCodeImport",
            summary = "Read an import of codes",
            description = "An import of codes with its progress and what became of every row so far.")
    RewardCodeImportResponse get(@Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId) {
        return response(job(jobId));
    }

    @Get(value = "/{jobId}/report", produces = "text/csv")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "getRewardCodeImportReport",
            summary = "Download the report of an import of codes",
            description = "CSV of every row that was refused: its number in the file, a stable code, the reason in words, and the first"
                    + " characters of its code. Kept for 30 days.")
    StreamedFile report(
            @Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId, Caller caller) {
        Job job = job(jobId);
        audit.record(caller, "reward_code_import.report_read", "job", job.id());
        return new StreamedFile(report.of(job, TITLES), MediaType.of("text/csv;charset=utf-8"))
                .attach(job.title().replaceFirst("(\\.csv)?(\\.gz)?$", "") + "-report.csv");
    }

    private Job job(String jobId) {
        UUID id = PublicId.JOB.parseOr(jobId, ProblemCode.JOB_NOT_FOUND);
        return jobs.find(id)
                .filter(job -> job.kind().equals(RewardCodeImport.KIND))
                .orElseThrow(() -> Problem.of(ProblemCode.JOB_NOT_FOUND));
    }
}
