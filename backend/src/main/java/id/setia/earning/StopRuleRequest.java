package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a rule is stopped. */
@Serdeable
@Schema(description = "Why a rule is stopped at once.")
public record StopRuleRequest(
        @NotBlank
                @Size(max = 500)
                @Schema(description = "In words, for other staff.", example = "Faktor salah ketik: 3 alih-alih 2")
                String reason) {}
