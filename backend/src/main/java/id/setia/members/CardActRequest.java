package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A card to be blocked or replaced. */
@Serdeable
@Schema(description = "A card to be blocked or replaced.")
public record CardActRequest(
        @NotBlank @Size(max = 80) @Schema(description = "The card's number, with or without blanks.", example = "6042 1189 3357") String number,
        @Nullable @Size(max = 200) @Schema(description = "Why; staff must say.", example = "Kartu hilang di bus") String reason) {}
