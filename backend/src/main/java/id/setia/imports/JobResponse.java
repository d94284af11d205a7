package id.setia.imports;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An import and how far it is. */
@Serdeable
@Schema(description = "An import and how far it is.")
public record JobResponse(
        @Schema(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId,
        @Schema(
                        description = "What the file holds: `purchases` or `members`.",
                        allowableValues = {"purchases", "members"},
                        example = "purchases")
                String kind,
        @Schema(description = "Whether it is a trial, which checks everything and writes nothing.", example = "false")
                boolean dryRun,
        @Schema(description = "The file's name.", example = "riwayat-2025.csv") String fileName,
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
        @Nullable @Schema(description = "What it has come to; of purchases.") ImportCounts counts,
        @Nullable @Schema(description = "What it has come to; of members.") ArrivalCounts members,
        @Nullable @Schema(description = "What staff should know; present once it is done or has failed.")
                LocalText message) {}
