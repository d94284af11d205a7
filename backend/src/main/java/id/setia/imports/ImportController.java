package id.setia.imports;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.jobs.Job;
import id.setia.jobs.Jobs;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Imports over HTTP. */
@Controller("/api/v1/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Imports")
class ImportController {

    private static final int SHOWN = 50;

    private final Uploads uploads;
    private final Jobs jobs;
    private final Report report;
    private final ImportAnswers answers;
    private final AuditTrail audit;

    ImportController(Uploads uploads, Jobs jobs, Report report, ImportAnswers answers, AuditTrail audit) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.report = report;
        this.answers = answers;
        this.audit = audit;
    }

    /** Takes a file. */
    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createImport",
            summary = "Import past purchases or members",
            description =
                    "Takes a CSV file (UTF-8, also compressed with gzip, at most 300 MB) and queues a job. `purchases`: past"
                            + " purchases and refunds are posted with their original times; customers not known yet become"
                            + " unclaimed members. `members`: members of another system become unclaimed members with their"
                            + " cards, tier, consents and opening balance. Sending the same file again changes nothing.")
    JobResponse create(
            @Part("file") CompletedFileUpload file,
            @Part("kind") String kind,
            @Nullable @Part("storeId") String storeId,
            @Nullable @Part("funderId") String funderId,
            @Nullable @Part("dryRun") String dryRun,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages,
            Caller caller)
            throws IOException {
        ImportOptions options = new ImportOptions(
                kind(kind), given(storeId), given(funderId), dryRun(given(dryRun)), language(languages));
        Path copy = Files.createTempFile("setia-import", ".csv");
        try {
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return answers.of(uploads.queue(caller, name(file), options, () -> Files.newInputStream(copy)));
        } finally {
            Files.delete(copy);
        }
    }

    private static ImportKind kind(String kind) {
        return ImportKind.of(kind)
                .orElseThrow(() -> Problem.invalid("/kind", "value_unknown", String.join(", ", ImportKind.all())));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static boolean dryRun(Optional<String> text) {
        return switch (text.orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid("/dryRun", "value_unknown", "true, false");
        };
    }

    /** Imports what was tried. */
    @Post("/{jobId}/start")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "startImport",
            summary = "Import the file of a trial",
            description =
                    "Queues a job that imports the file of a trial (`dryRun`) for good, with the same options. The trial must"
                            + " be done and its file not yet deleted.")
    JobResponse start(
            @Parameter(description = "The trial.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId,
            Caller caller)
            throws IOException {
        return answers.of(uploads.queueTried(caller, job(jobId)));
    }

    /** A file of members to begin with. */
    @Get(value = "/templates/members", produces = "text/csv")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getMemberImportTemplate",
            summary = "Download the template of a file of members",
            description = "CSV with every column a file of members may have, and two invented rows to be replaced.")
    HttpResponse<String> template() {
        return HttpResponse.ok(MemberTemplate.text())
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"setia-members.csv\"");
    }

    private static String name(CompletedFileUpload file) {
        String name = file.getFilename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    private static String language(@Nullable String languages) {
        return languages != null && languages.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "id";
    }

    /** The latest imports. */
    @Get
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "The latest imports with their progress, the latest first.")
    JobListResponse list() {
        return new JobListResponse(
                jobs.latest(ImportKind.all(), SHOWN).stream().map(answers::of).toList());
    }

    /** One import. */
    @Get("/{jobId}")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getImport",
            summary = "Read an import",
            description = "An import with its progress and what became of every row so far.")
    JobResponse get(@Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId) {
        return answers.of(job(jobId));
    }

    /** What an import did not take. */
    @Get(value = "/{jobId}/report", produces = "text/csv")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "getImportReport",
            summary = "Download the report of an import",
            description =
                    "CSV of every row that was refused, or of which a part was left out: its number in the file, a"
                            + " stable code, the reason in words, the amount (of members the points), and the row as it"
                            + " came. Kept for 30 days.")
    StreamedFile report(
            @Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId,
            Caller caller) {
        Job job = job(jobId);
        audit.record(caller, "import.report_read", "job", job.id());
        return new StreamedFile(report.of(job), MediaType.of("text/csv;charset=utf-8"))
                .attach(job.title().replaceFirst("(\\.csv)?(\\.gz)?$", "") + "-report.csv");
    }

    private Job job(String jobId) {
        UUID id = PublicId.JOB.parseOr(jobId, ProblemCode.JOB_NOT_FOUND);
        return jobs.find(id)
                .filter(job -> ImportKind.of(job.kind()).isPresent())
                .orElseThrow(() -> Problem.of(ProblemCode.JOB_NOT_FOUND));
    }
}
