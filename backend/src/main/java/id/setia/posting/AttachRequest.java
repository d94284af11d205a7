package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whose an unattached purchase is. */
@Serdeable
@Schema(description = "Whose an unattached purchase is, and why it is given to them now.")
public record AttachRequest(
        @NotNull @Valid @Schema(description = "The member.") MemberReferenceRequest member,
        @Nullable @Schema(description = "Why, by code; `card_forgotten` when absent.", example = "card_forgotten")
                CorrectionReason reasonCode,
        @Nullable @Size(max = 200) @Schema(description = "Why, for the audit trail.", example = "Kartu lupa ditunjukkan")
                String reason) {}
