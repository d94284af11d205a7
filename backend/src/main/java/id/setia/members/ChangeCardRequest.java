package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What changes of a card. */
@Serdeable
@Schema(description = "What changes of a card.")
public record ChangeCardRequest(
        @NotBlank @Size(max = 80) @Schema(description = "The card's number, with or without blanks.", example = "6042 1189 3357") String number,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Its new label; the old one stays without it.", example = "Kartu Ibu") String label,
        @Nullable @Schema(description = "Whether points may be spent with it; only the member may say yes.", example = "false") Boolean maySpend) {}
