package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A card to be added. */
@Serdeable
@Schema(description = "A card to be added.")
public record AddCardRequest(
        @NotBlank @Size(max = 60) @Schema(description = "Whose it is or what it is for.", example = "Kartu Ibu") String label,
        @Nullable @Size(max = 80) @Schema(description = "An older card's number, in any form; for staff and systems of the program's owner. Without it, a new number is given.", example = "NSR-00417") String number) {}
