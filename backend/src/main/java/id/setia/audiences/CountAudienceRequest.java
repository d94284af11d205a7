package id.setia.audiences;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Criteria to be counted. */
@Serdeable
@Schema(description = "Criteria to be counted before they are saved.")
public record CountAudienceRequest(
        @NotNull @Valid @Schema(description = "What the members have in common.") CriterionTerms criteria) {}
