package id.setia.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A file of receipts and how far it is. */
@Serdeable
@Schema(description = "A file of purchases and refunds, and how far posting it is.")
public record ReceiptJobResponse(
        @Schema(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId,
        @Schema(description = "Whether nothing is stored.", example = "false") boolean dryRun,
        @Schema(description = "How the receipts stand in the file.", allowableValues = {"ndjson", "csv"}, example = "ndjson")
                String format,
        @Schema(description = "The file's name.", example = "toko-12-2026-11-20.ndjson") String fileName,
        @Schema(description = "The partner whose receipts they are.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "The API client that sent it.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String apiClientId,
        @Schema(
                        description = "`queued`, `running`, `done`, `failed` or `stopped`.",
                        allowableValues = {"queued", "running", "done", "failed", "stopped"},
                        example = "done")
                String state,
        @Schema(description = "When it was sent.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Nullable @Schema(description = "When work on it began.", example = "2026-11-22T03:04:06Z") Instant startedAt,
        @Nullable @Schema(description = "When it was done or failed.", example = "2026-11-22T03:05:00Z")
                Instant finishedAt,
        @Schema(description = "How far it is.") JobProgress progress,
        @Schema(description = "What it has come to.") ReceiptJobCounts counts,
        @Nullable
                @Schema(description = "Why it failed: `file_unreadable`, `client_revoked` or `internal_error`; absent otherwise.", example = "file_unreadable")
                String failure) {}
