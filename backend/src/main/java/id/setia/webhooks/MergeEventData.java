package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Two memberships of one person that became one. */
@Serdeable
@Schema(description = "Two memberships of one person that became one.")
record MergeEventData(
        @Schema(description = "The membership that was merged into that of `memberId`; its id stands for it from then on.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6gb") String mergedMemberId) {}
