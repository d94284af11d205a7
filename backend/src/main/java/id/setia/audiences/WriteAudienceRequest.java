package id.setia.audiences;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An audience to be saved. */
@Serdeable
@Schema(description = "An audience to be saved: by criteria, or a static list whose members are imported.")
public record WriteAudienceRequest(
        @NotBlank @Size(max = 80) @Schema(description = "Name for staff.", example = "Peminum kopi yang lama tidak datang")
                String name,
        @Nullable @Valid @Schema(description = "What its members have in common; a static list without it.") CriterionTerms criteria) {}
