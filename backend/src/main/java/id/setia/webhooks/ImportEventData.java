package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A file that was taken in. */
@Serdeable
@Schema(description = "A file that was taken in.")
record ImportEventData(
        @Schema(description = "The import.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId) {}
