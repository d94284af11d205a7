package id.setia.imports;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.jobs.Job;
import id.setia.jobs.Jobs;
import id.setia.kernel.Json;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.TextLine;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Files of purchases and refunds over HTTP. */
@Controller("/api/v1/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Jobs")
class ReceiptJobController {

    private static final int LONGEST_NAME = 200;

    private final ReceiptUploads uploads;
    private final ErrorFile errors;
    private final Jobs jobs;
    private final Json json;

    ReceiptJobController(ReceiptUploads uploads, ErrorFile errors, Jobs jobs, Json json) {
        this.uploads = uploads;
        this.errors = errors;
        this.jobs = jobs;
        this.json = json;
    }

    /** Takes a file. */
    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.ACCEPTED)
    @Allowed(scopes = Scope.IMPORTS_WRITE)
    @Operation(
            operationId = "createReceiptJob",
            summary = "Post a file of purchases and refunds",
            description =
                    "Takes a file of at most 50 MB and queues a job that posts each receipt as if it were sent by itself, in the"
                            + " order of the file, up to 30 days late, while tills go first. `ndjson`: a line for each receipt,"
                            + " `{\"purchase\":{…}}` or `{\"refund\":{…}}` with the body of its own request. `csv`: a row for each"
                            + " line of a receipt, columns named as the fields (`kind`, `storeId`, `till`, `receiptNumber`,"
                            + " `businessDate`, `occurredAt`, `card`, `sku`, `name`, `quantity`, `amount` …), amounts as bare"
                            + " numbers; the guide to files of receipts has every column. `dryRun` stores nothing and says what would be refused and earned, each receipt judged alone."
                            + " Sending receipts again, in another file too, is safe.")
    ReceiptJobResponse create(
            Caller caller,
            @Parameter(description = "Your own name for this request, at most 100 characters; sending it again has no second effect.", example = "toko-12-2026-11-20")
                    @Nullable
                    @Header("Idempotency-Key")
                    String key,
            @Part("file") CompletedFileUpload file,
            @Nullable @Part("format") String format,
            @Nullable @Part("dryRun") String dryRun,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages)
            throws IOException {
        Caller.ApiClient client = client(caller);
        if (file.getSize() > ReceiptUploads.LARGEST) {
            throw Problem.of(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        String name = name(file);
        ReceiptOrder order = new ReceiptOrder(
                client.clientId(), client.partnerId(), format(given(format), name), dryRun(given(dryRun)), language(languages));
        Path copy = Files.createTempFile("setia-receipts", ".tmp");
        try {
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return response(
                    uploads.queue(client, Optional.ofNullable(key), name, order, () -> Files.newInputStream(copy)));
        } finally {
            Files.delete(copy);
        }
    }

    private static Caller.ApiClient client(Caller caller) {
        if (caller instanceof Caller.ApiClient client) {
            return client;
        }
        throw Problem.of(ProblemCode.FORBIDDEN);
    }

    private static String name(CompletedFileUpload file) {
        String name = TextLine.normal(file.getFilename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", ""));
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static ReceiptFormat format(Optional<String> format, String fileName) {
        return format.map(value -> ReceiptFormat.of(value)
                        .orElseThrow(() -> Problem.invalid("/format", "value_unknown", "ndjson, csv")))
                .orElseGet(() -> ReceiptFormat.byName(fileName));
    }

    private static boolean dryRun(Optional<String> text) {
        return switch (text.orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid("/dryRun", "value_unknown", "true, false");
        };
    }

    private static String language(@Nullable String languages) {
        return languages != null && languages.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "id";
    }

    /** Lists the files. */
    @Get
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "listReceiptJobs",
            summary = "List files of receipts",
            description = "Files that tills and partners' systems sent, with what became of their receipts so far; the latest first.")
    ReceiptJobListResponse list(
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "am9iXzAxa3E1enY0bTg") @Nullable @QueryValue String cursor) {
        Page<ReceiptJobResponse> page =
                jobs.page(ReceiptImport.KIND, Optional.ofNullable(cursor), limit).map(this::response);
        return new ReceiptJobListResponse(page.items(), page.nextCursor().orElse(null));
    }

    /** How far a file is. */
    @Get("/{jobId}")
    @Allowed(scopes = Scope.IMPORTS_WRITE, staff = Role.AUDITOR)
    @Operation(
            operationId = "getReceiptJob",
            summary = "Read how far a file of receipts is",
            description = "A file with what became of its receipts so far. Partners see their own.")
    ReceiptJobResponse get(
            Caller caller,
            @Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId) {
        return response(job(caller, jobId));
    }

    /** What was refused. */
    @Get(value = "/{jobId}/errors", produces = "text/csv")
    @Allowed(scopes = Scope.IMPORTS_WRITE, staff = Role.AUDITOR)
    @Operation(
            operationId = "getReceiptJobErrors",
            summary = "Download what of a file was refused",
            description = "CSV with a row for each receipt refused: the row of the file where it begins (the first is 1), a stable code, the"
                    + " reason in the language of the upload, the number of the order or receipt (`row,code,reason,receipt`). Kept for 30 days.")
    StreamedFile errors(
            Caller caller,
            @Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId) {
        Job job = job(caller, jobId);
        return new StreamedFile(errors.of(job.id()), MediaType.of("text/csv;charset=utf-8"))
                .attach("errors-" + PublicId.JOB.format(job.id()) + ".csv");
    }

    private Job job(Caller caller, String jobId) {
        return jobs.find(PublicId.JOB.parseOr(jobId, ProblemCode.JOB_NOT_FOUND))
                .filter(job -> job.kind().equals(ReceiptImport.KIND))
                .filter(job -> !(caller instanceof Caller.ApiClient client) || order(job).partnerId().equals(client.partnerId()))
                .orElseThrow(() -> Problem.of(ProblemCode.JOB_NOT_FOUND));
    }

    private ReceiptOrder order(Job job) {
        return json.read(job.parameters(), ReceiptOrder.class);
    }

    private ReceiptJobResponse response(Job job) {
        ReceiptOrder order = order(job);
        ReceiptTally tally = job.counts().isEmpty()
                ? ReceiptTally.nothing(Instant.EPOCH)
                : json.read(job.counts(), ReceiptTally.class);
        return new ReceiptJobResponse(
                PublicId.JOB.format(job.id()),
                order.dryRun(),
                order.format().value(),
                job.title(),
                PublicId.PARTNER.format(order.partnerId()),
                PublicId.API_CLIENT.format(order.clientId()),
                job.state().value(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.finishedAt().orElse(null),
                new JobProgress(job.total().isPresent() ? job.total().getAsLong() : null, job.checkpoint()),
                ReceiptJobCounts.of(tally),
                job.message().orElse(null));
    }
}
