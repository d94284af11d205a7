package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A version of an earning rule. */
@Serdeable
@Schema(description = "A version of an earning rule.")
record RuleEventData(
        @Schema(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
        @Schema(description = "Number of the version.", example = "2") int version,
        @Schema(description = "From when it holds.", example = "2026-12-01T00:00:00Z") Instant effectiveFrom) {}
