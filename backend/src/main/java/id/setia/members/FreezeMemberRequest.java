package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** Why a membership is frozen. */
@Serdeable
@Schema(description = "Why a membership is frozen.")
public record FreezeMemberRequest(
        @Nullable @Size(max = 200) @Schema(description = "Why; staff must say.", example = "Kartu hilang di bus") String reason) {}
