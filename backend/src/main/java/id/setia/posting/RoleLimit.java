package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** How many points one person of a role may add or take alone. */
@Serdeable
@Schema(description = "How many points one person of a role may add or take alone.")
public record RoleLimit(
        @NotNull @Size(max = 40) @Schema(description = "The role.", example = "service_agent") String role,
        @NotNull @Min(0) @Max(1_000_000_000) @Schema(description = "In one act.", example = "1000") Long perAct,
        @NotNull @Min(0) @Max(1_000_000_000) @Schema(description = "In one day, added and taken together.", example = "5000")
                Long perDay) {}
