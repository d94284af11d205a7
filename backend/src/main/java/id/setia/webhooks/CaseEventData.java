package id.setia.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A case of a member. */
@Serdeable
@Schema(description = "A case of a member.")
record CaseEventData(
        @Schema(description = "The case.", example = "cas_01kq5zv4m8e7t9b3x2c1d0f6ga") String caseId,
        @Schema(description = "Its kind.", example = "missing_points") String kind,
        @Nullable @Schema(description = "What came of it; absent while it is open.", example = "granted") String outcome) {}
