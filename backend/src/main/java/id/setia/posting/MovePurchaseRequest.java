package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who really bought. */
@Serdeable
@Schema(description = "Who really bought, and why the purchase is moved.")
public record MovePurchaseRequest(
        @NotNull @Valid @Schema(description = "The member who gets it.") MemberReferenceRequest member,
        @NotNull @Schema(description = "Why.", example = "wrong_member") CorrectionReason reason,
        @NotBlank @Size(max = 500) @Schema(description = "In words, for other staff.", example = "Kartu tertukar dengan antrean di belakang")
                String explanation) {}
