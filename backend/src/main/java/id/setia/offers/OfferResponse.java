package id.setia.offers;

import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.rewards.VoucherResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** An offer as a member has it. */
@Serdeable
@Schema(description = "An offer meant for a member, and what the member has done with it.")
public record OfferResponse(
        @Schema(description = "Id of the offer.", example = "off_01m3k5w8v0f3g9q2x7r4t6y8za") String offerId,
        @Schema(description = "Name shown to the member.") LocalText name,
        @Schema(description = "What it gives, and when.") LocalText description,
        @Schema(description = "A few characters that stand for the benefit.", example = "2×") String badge,
        @Schema(description = "First moment it counts.", example = "2026-11-01T00:00:00Z") Instant startsAt,
        @Schema(description = "First moment it counts no more.", example = "2026-12-01T00:00:00Z") Instant endsAt,
        @Schema(description = "Whether the member has to activate it; otherwise it applies at once.", example = "true")
                boolean needsActivation,
        @Schema(
                        description = "`available`: may be activated, or applies at once; `activated`: serves the next"
                                + " purchase it fits, or has given its voucher; `used`: has served as often as it may, this member"
                                + " or all together, or its voucher has expired.",
                        example = "available")
                OfferState state,
        @Nullable @Schema(description = "When the member activated it.", example = "2026-11-20T11:42:00Z")
                Instant activatedAt,
        @Schema(
                        description = "Whether all members together have used up what there was of it.",
                        example = "false")
                boolean usedUp,
        @Schema(description = "Why the member has it; general for those who do not consent to profiling.")
                LocalText reason,
        @Nullable
                @Schema(
                        description = "The voucher it gave the member; absent while it has given none. Its code is for the member"
                                + " alone, once it was shown.")
                VoucherResponse voucher) {

    static OfferResponse of(
            Offer offer, Activation activation, boolean usedUp, LocalText reason, Optional<VoucherResponse> voucher) {
        boolean nothingLeft = usedUp && voucher.isEmpty();
        return new OfferResponse(
                PublicId.OFFER.format(offer.id()),
                offer.name(),
                offer.description(),
                offer.badge(),
                offer.startsAt(),
                offer.endsAt(),
                offer.needsActivation(),
                state(offer, activation, nothingLeft, voucher),
                activation.activatedAt().orElse(null),
                nothingLeft,
                reason,
                voucher.orElse(null));
    }

    private static OfferState state(
            Offer offer, Activation activation, boolean nothingLeft, Optional<VoucherResponse> voucher) {
        boolean over = voucher.filter(given -> !given.state().isGood()).isPresent();
        if (nothingLeft || over || offer.isUsedUpBy(activation.uses())) {
            return OfferState.USED;
        }
        return activation.activatedAt().isPresent() ? OfferState.ACTIVATED : OfferState.AVAILABLE;
    }
}
