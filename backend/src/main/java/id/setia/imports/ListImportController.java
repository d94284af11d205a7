package id.setia.imports;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.audiences.AudienceLists;
import id.setia.jobs.FileSource;
import id.setia.jobs.Job;
import id.setia.jobs.JobFailure;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
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

/** Imports of static lists over HTTP. */
@Controller("/api/v1/audiences/{audienceId}/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Audiences")
class ListImportController {

    private static final int LONGEST_NAME = 200;

    private final AudienceLists lists;
    private final Jobs jobs;
    private final Report report;
    private final AuditTrail audit;
    private final Json json;

    ListImportController(AudienceLists lists, Jobs jobs, Report report, AuditTrail audit, Json json) {
        this.lists = lists;
        this.jobs = jobs;
        this.report = report;
        this.audit = audit;
        this.json = json;
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createListImport",
            summary = "Import the members of a static list",
            description = "Takes a CSV file (UTF-8, also compressed with gzip) with one or more of the columns member_id, card, email"
                    + " and phone, each at most once, and queues a job. The first cell of a row that is filled says whom it"
                    + " means; a row whose other cells name somebody else is refused. Its members take the place of those"
                    + " the list has once all are there.")
    ListImportResponse create(
            @Parameter(description = "The list.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId,
            @Part("file") CompletedFileUpload file,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages,
            Caller caller)
            throws IOException {
        UUID list = list(audienceId);
        Path copy = Files.createTempFile("setia-list", ".csv");
        try {
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            String language = languages != null && languages.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "id";
            ListOrder order = new ListOrder(list.toString(), language, header(() -> Files.newInputStream(copy)));
            Job job = jobs.create(
                    new NewJob(ListImport.KIND, name(file), json.write(order), caller.actorId()),
                    () -> Files.newInputStream(copy));
            audit.record(caller, "list_import.queued", "audience", list, "job", PublicId.JOB.format(job.id()));
            return response(job);
        } finally {
            Files.delete(copy);
        }
    }

    private UUID list(String audienceId) {
        UUID id = PublicId.AUDIENCE.parseOr(audienceId, ProblemCode.AUDIENCE_NOT_FOUND);
        if (!lists.isList(id)) {
            throw Problem.of(ProblemCode.AUDIENCE_NOT_FOUND);
        }
        return id;
    }

    private static List<String> header(FileSource file) throws IOException {
        try (CsvFile members = CsvFile.open(file.open())) {
            CsvFile.requireUtf8(file.open());
            if (members.titles().stream().noneMatch(title -> ListColumn.named(title).isPresent())) {
                throw Problem.invalid("/file", "columns_missing", String.join("/", ListColumn.names()));
            }
            List<String> repeated = ListColumn.repeated(members.titles());
            if (!repeated.isEmpty()) {
                throw Problem.invalid("/file", "columns_unknown", String.join(", ", repeated));
            }
            return members.titles();
        } catch (JobFailure unreadable) {
            throw Problem.of(ProblemCode.FILE_UNREADABLE);
        }
    }

    private static String name(CompletedFileUpload file) {
        String name = file.getFilename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    @Get("/{jobId}")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getListImport",
            summary = "Read an import of a static list",
            description = "An import of a static list with what became of its rows so far.")
    ListImportResponse get(
            @Parameter(description = "The list.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId,
            @Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId) {
        return response(job(audienceId, jobId));
    }

    @Get(value = "/{jobId}/report", produces = "text/csv")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "getListImportReport",
            summary = "Download the report of an import of a static list",
            description = "CSV of every row that does not name one member: its number in the file, a stable code, the reason in words,"
                    + " and the row as it came. Kept for 30 days.")
    StreamedFile report(
            @Parameter(description = "The list.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId,
            @Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId,
            Caller caller) {
        Job job = job(audienceId, jobId);
        audit.record(caller, "list_import.report_read", "job", job.id());
        return new StreamedFile(report.of(job, order(job).header()), MediaType.of("text/csv;charset=utf-8"))
                .attach(job.title().replaceFirst("(\\.csv)?(\\.gz)?$", "") + "-report.csv");
    }

    private Job job(String audienceId, String jobId) {
        UUID list = PublicId.AUDIENCE.parseOr(audienceId, ProblemCode.AUDIENCE_NOT_FOUND);
        UUID id = PublicId.JOB.parseOr(jobId, ProblemCode.JOB_NOT_FOUND);
        return jobs.find(id)
                .filter(job -> job.kind().equals(ListImport.KIND) && order(job).audience().equals(list))
                .orElseThrow(() -> Problem.of(ProblemCode.JOB_NOT_FOUND));
    }

    private ListOrder order(Job job) {
        return json.read(job.parameters(), ListOrder.class);
    }

    private ListImportResponse response(Job job) {
        return ListImportResponse.of(
                job,
                order(job),
                job.counts().isEmpty() ? ListTally.NOTHING : json.read(job.counts(), ListTally.class));
    }
}
