package id.setia.tiers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of a tier to be given. */
@Serdeable
@Schema(description = "What became of a tier to be given.")
public record TierGrantResponse(
        @Schema(description = "`granted`, or `waiting` for a second person's yes; later also `rejected`, `withdrawn` or `expired`.", example = "granted")
                String state,
        @Nullable @Schema(description = "The request for a second person's yes; absent when none was needed.", example = "apr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String approvalId) {}
