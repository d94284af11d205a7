package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A card of a member. */
@Serdeable
@Schema(description = "A card of a member.")
public record MemberCardResponse(
        @Schema(description = "Its number.", example = "604211893357") String number,
        @Nullable @Schema(description = "What the member calls it.", example = "Kartu Ibu") String label,
        @Schema(description = "Whether it is the main card.", example = "false") boolean primary,
        @Schema(description = "Whether points may be spent with it.", example = "false") boolean maySpend,
        @Schema(description = "Whether it finds the member.", allowableValues = {"active", "blocked"}, example = "active") String state) {

    static MemberCardResponse of(IdentifierRows.Row card) {
        return new MemberCardResponse(
                card.reference().value(), card.label().orElse(null), card.main(), card.maySpend(), card.state());
    }
}
