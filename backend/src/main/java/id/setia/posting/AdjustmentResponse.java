package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of points to be added or taken. */
@Serdeable
@Schema(description = "What became of points to be added or taken.")
public record AdjustmentResponse(
        @Schema(description = "`posted`, or `waiting` for a second person's yes; later also `rejected`, `withdrawn` or `expired`.", example = "posted")
                String state,
        @Nullable @Schema(description = "What was done; absent while nothing was.") CorrectionResponse correction,
        @Nullable @Schema(description = "The request for a second person's yes; absent when none was needed.", example = "apr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String approvalId) {}
