package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why points are released or taken back. */
@Serdeable
@Schema(description = "Why points are released or taken back.")
public record DecideReviewRequest(
        @NotBlank @Size(max = 500) @Schema(description = "In words, for the audit trail.", example = "Belanja kantor, wajar") String explanation) {}
