package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A tier to be given by hand. */
@Serdeable
@Schema(description = "A tier to be given by hand.")
public record GrantTierRequest(
        @NotNull @Size(max = 20) @Schema(description = "Code of the tier.", example = "gold") String tier,
        @NotNull @Schema(description = "Last day on which no evaluation lowers it, at most ten years from now.", example = "2027-03-31")
                LocalDate until,
        @NotBlank @Size(max = 200) @Schema(description = "Why, for other staff.", example = "Mitra lama pindah dari program hotel")
                String explanation) {}
