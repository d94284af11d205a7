package id.setia.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.jobs.Job;
import id.setia.jobs.JobState;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An import of codes and how far it is. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An import of codes and how far it is.")
public record RewardCodeImportResponse(
        @Schema(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId,
        @Schema(description = "The file's name.", example = "kode.csv") String fileName,
        @Schema(description = "Whose codes.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
        @Schema(
                        description = "`queued`, `running`, `done`, `failed` or `stopped`.",
                        allowableValues = {"queued", "running", "done", "failed", "stopped"},
                        example = "done")
                String state,
        @Nullable
                @Schema(
                        description = "Why it failed.",
                        allowableValues = {"file_unreadable", "internal_error"},
                        example = "file_unreadable")
                String failure,
        @Schema(description = "When it was sent.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Nullable @Schema(description = "When it was done or failed.", example = "2026-11-22T03:05:00Z") Instant finishedAt,
        @Schema(description = "How far it is.") JobProgress progress,
        @Schema(description = "What it has come to.") RewardCodeImportCounts counts) {

    static RewardCodeImportResponse of(Job job, RewardCodeOrder order, RewardCodeTally tally) {
        return new RewardCodeImportResponse(
                PublicId.JOB.format(job.id()),
                job.title(),
                PublicId.REWARD.format(order.reward()),
                job.state().value(),
                job.state() == JobState.FAILED ? job.message().orElse("internal_error") : null,
                job.createdAt(),
                job.finishedAt().orElse(null),
                new JobProgress(job.total().isPresent() ? job.total().getAsLong() : null, tally.rows()),
                RewardCodeImportCounts.of(tally));
    }
}
