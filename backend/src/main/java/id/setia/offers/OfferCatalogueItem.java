package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** An offer as everybody may know it. */
@Serdeable
@Schema(description = "An offer as everybody may know it, whoever has it.")
public record OfferCatalogueItem(
        @Schema(description = "Id of the offer.", example = "off_01m3k5w8v0f3g9q2x7r4t6y8za") String offerId,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "What it gives, and when.") LocalText description,
        @Schema(description = "A few characters that stand for the benefit.", example = "2×") String badge,
        @Schema(description = "First moment it counts.", example = "2026-11-01T00:00:00Z") Instant startsAt,
        @Schema(description = "First moment it counts no more.", example = "2026-12-01T00:00:00Z") Instant endsAt,
        @Schema(description = "Whether a member has to activate it; otherwise it applies at once.", example = "true")
                boolean needsActivation,
        @Schema(
                        description = "Whom it is for: `everyone`, `tiers`, `birthday` or `chosen` members.",
                        allowableValues = {"everyone", "tiers", "birthday", "chosen"},
                        example = "everyone")
                String audience,
        @Schema(description = "Codes of the tiers it is for; empty where it is for no tiers.", example = "[\"gold\"]")
                List<String> tiers,
        @Nullable @Schema(description = "The reward whose voucher it gives; absent where it gives points.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String rewardId) {

    static OfferCatalogueItem of(Offer offer) {
        return new OfferCatalogueItem(
                PublicId.OFFER.format(offer.id()),
                offer.name(),
                offer.description(),
                offer.badge(),
                offer.startsAt(),
                offer.endsAt(),
                offer.needsActivation(),
                switch (offer.audience()) {
                    case Audience.Everyone everyone -> "everyone";
                    case Audience.InTiers inTiers -> "tiers";
                    case Audience.BirthdayThisMonth birthday -> "birthday";
                    case Audience.Saved saved -> "chosen";
                },
                offer.audience() instanceof Audience.InTiers inTiers ? inTiers.tiers() : List.of(),
                offer.rewardId().map(PublicId.REWARD::format).orElse(null));
    }
}
