package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** That batches of a till will never come. */
@Serdeable
@Schema(description = "That batches of a till will never come.")
public record CloseGapRequest(
        @NotNull
                @Size(max = 60)
                @Schema(description = "The key, as `kid` of a batch names it; one that is in use no more.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1")
                String kid,
        @NotNull @Min(1) @Max(SignedEnvelope.LAST_NUMBER) @Schema(description = "The lowest number that is missing.", example = "41") Long first,
        @NotNull @Min(1) @Max(SignedEnvelope.LAST_NUMBER) @Schema(description = "The highest number of the same gap.", example = "41") Long last,
        @NotNull
                @Schema(
                        description = "Why they will never come: the till is lost or broken, it was set up anew, it skipped numbers, or another reason.",
                        example = "till_lost")
                GapReason reason,
        @NotBlank @Size(max = 500) @Schema(description = "In words, for other staff.", example = "Tablet jatuh ke air, tidak menyala lagi")
                String explanation) {}
