package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why a purchase is taken off its member. */
@Serdeable
@Schema(description = "Why a purchase is taken off its member.")
public record DetachPurchaseRequest(
        @NotNull @Schema(description = "Why.", example = "wrong_member") CorrectionReason reason,
        @NotBlank @Size(max = 500) @Schema(description = "In words, for other staff.", example = "Bukan belanja anggota ini")
                String explanation) {}
