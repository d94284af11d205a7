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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Imports of products over HTTP. */
@Controller("/api/v1/product-imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Products")
class ProductImportController {

    private static final int SHOWN = 20;
    private static final int LONGEST_NAME = 200;

    private final ProductUploads uploads;
    private final Jobs jobs;
    private final Report report;
    private final AuditTrail audit;
    private final Json json;

    ProductImportController(ProductUploads uploads, Jobs jobs, Report report, AuditTrail audit, Json json) {
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
            operationId = "createProductImport",
            summary = "Import products",
            description = "Takes a CSV file (UTF-8, also compressed with gzip) with the columns sku, name, category, brand, supplier and earns, and queues a job that adds and corrects products."
                    + " With `dryRun` it only tells what would be done. Sending the same file again changes nothing.")
    ProductImportResponse create(
            @Part("file") CompletedFileUpload file,
            @Nullable @Part("partnerId") String partnerId,
            @Nullable @Part("dryRun") String dryRun,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages,
            Caller caller)
            throws IOException {
        Path copy = Files.createTempFile("setia-products", ".csv");
        try {
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return response(uploads.queue(
                    caller,
                    name(file),
                    Optional.ofNullable(partnerId).filter(text -> !text.isBlank()),
                    "true".equals(dryRun),
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

    private ProductImportResponse response(Job job) {
        return ProductImportResponse.of(
                job,
                order(job),
                job.counts().isEmpty() ? ProductTally.NOTHING : json.read(job.counts(), ProductTally.class));
    }

    private ProductOrder order(Job job) {
        return json.read(job.parameters(), ProductOrder.class);
    }

    @Get
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listProductImports",
            summary = "List imports of products",
            description = "The latest imports of products with their progress, the latest first.")
    ProductImportListResponse list() {
        return new ProductImportListResponse(
                jobs.latest(ProductImport.KIND, SHOWN).stream().map(this::response).toList());
    }

    @Get("/{jobId}")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getProductImport",
            summary = "Read an import of products",
            description = "An import of products with its progress and what became of every row so far.")
    ProductImportResponse get(@Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId) {
        return response(job(jobId));
    }

    @Get(value = "/{jobId}/report", produces = "text/csv")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "getProductImportReport",
            summary = "Download the report of an import of products",
            description = "CSV of every row that was refused: its number in the file, a stable code, the reason in words, and the row as it came. Kept for 30 days.")
    StreamedFile report(
            @Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId, Caller caller) {
        Job job = job(jobId);
        audit.record(caller, "product_import.report_read", "job", job.id());
        return new StreamedFile(report.of(job, order(job).header()), MediaType.of("text/csv;charset=utf-8"))
                .attach(job.title().replaceFirst("(\\.csv)?(\\.gz)?$", "") + "-report.csv");
    }

    private Job job(String jobId) {
        UUID id = PublicId.JOB.parseOr(jobId, ProblemCode.JOB_NOT_FOUND);
        return jobs.find(id)
                .filter(job -> job.kind().equals(ProductImport.KIND))
                .orElseThrow(() -> Problem.of(ProblemCode.JOB_NOT_FOUND));
    }
}
