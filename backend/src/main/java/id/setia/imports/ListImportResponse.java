package id.setia.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.jobs.Job;
import id.setia.jobs.JobState;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An import of a static list and how far it is. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An import of a static list and how far it is.")
public record ListImportResponse(
        @Schema(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId,
        @Schema(description = "The list.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId,
        @Schema(description = "The file's name.", example = "undangan.csv") String fileName,
        @Schema(
                        description = "`queued`, `running`, `done`, `failed` or `stopped`.",
                        allowableValues = {"queued", "running", "done", "failed", "stopped"},
                        example = "done")
                String state,
        @Nullable
                @Schema(
                        description = "Why it failed.",
                        allowableValues = {"file_unreadable", "audience_unknown", "internal_error"},
                        example = "file_unreadable")
                String failure,
        @Schema(description = "When it was sent.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Nullable @Schema(description = "When it was done or failed.", example = "2026-11-22T03:05:00Z") Instant finishedAt,
        @Schema(description = "Rows whose member was found.", example = "4980") long found,
        @Schema(description = "Rows refused; they are in the report.", example = "20") long refused) {

    static ListImportResponse of(Job job, ListOrder order, ListTally tally) {
        return new ListImportResponse(
                PublicId.JOB.format(job.id()),
                PublicId.AUDIENCE.format(order.audience()),
                job.title(),
                job.state().value(),
                job.state() == JobState.FAILED ? job.message().orElse("internal_error") : null,
                job.createdAt(),
                job.finishedAt().orElse(null),
                tally.found(),
                tally.refused());
    }
}
