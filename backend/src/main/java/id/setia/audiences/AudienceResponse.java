package id.setia.audiences;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A saved audience. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A saved audience.")
public record AudienceResponse(
        @Schema(description = "Id of the audience.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId,
        @Schema(description = "How often it was changed, also its `ETag`.", example = "2") long version,
        @Schema(description = "Name for staff.", example = "Peminum kopi yang lama tidak datang") String name,
        @Nullable @Schema(description = "What its members have in common; absent for a static list.") CriterionTerms criteria,
        @Nullable @Schema(description = "How many a static list holds; absent for criteria.", example = "5000") Long listed,
        @Schema(description = "When it was changed last.", example = "2026-11-28T03:00:00Z") Instant changedAt,
        @Schema(description = "What uses it now.", example = "[\"Kopi 2×\"]") List<String> usedBy) {}
