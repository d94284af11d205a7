package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of two memberships to be merged. */
@Serdeable
@Schema(description = "What became of two memberships to be merged.")
public record MergeResponse(
        @Schema(description = "`merged`, or `waiting` for a second person's yes; later also `rejected`, `withdrawn` or `expired`.", example = "merged")
                String state,
        @Schema(description = "The membership that stays.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Nullable @Schema(description = "What was done; absent while nothing was.") CorrectionResponse correction,
        @Nullable @Schema(description = "The request for a second person's yes; absent when none was needed.", example = "apr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String approvalId) {}
