package id.setia.profiles;

import id.setia.members.MemberProfile;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A card of a member. */
@Serdeable
@Schema(description = "A card of a member.")
public record CardResponse(
        @Schema(description = "Its number.", example = "604211893357") String number,
        @Nullable @Schema(description = "What the member calls it.", example = "Kartu lama") String label,
        @Schema(description = "Whether it is the one shown first.", example = "true") boolean primary,
        @Schema(description = "`active` or `blocked`.", example = "active") String state) {

    static CardResponse of(MemberProfile.Card card) {
        return new CardResponse(card.number(), card.label().orElse(null), card.primary(), card.state());
    }
}
