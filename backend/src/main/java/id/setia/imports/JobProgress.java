package id.setia.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** How far a job is. */
@Serdeable
@Schema(description = "How far a job is, in rows of its file.")
public record JobProgress(
        @Nullable @Schema(description = "Rows there are; absent until they are counted.", example = "105335") Long total,
        @Schema(description = "Rows accounted for.", example = "105335") long done) {}
