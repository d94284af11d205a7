package id.setia.partners;

import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How far a partner's leaving is. */
@Serdeable
@Schema(description = "How far a partner's leaving is.")
record PartnerLeavingResponse(
        @Schema(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(
                        description = "`active` until a second person has agreed and again once it was taken back, `leaving` until refunds are over, `ended` then.",
                        allowableValues = {"active", "leaving", "ended"},
                        example = "leaving")
                String state,
        @Nullable @Schema(description = "The request just made, which a second person has to agree to; absent otherwise.", example = "apr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String approvalId,
        @Nullable @Schema(description = "From when on its purchases earn nothing; absent while it is not leaving.", example = "2026-12-31T17:00:00Z")
                Instant leavesAt,
        @Nullable @Schema(description = "Until when its systems may post refunds; absent while it is not leaving.", example = "2027-03-01T17:00:00Z")
                Instant refundsUntil,
        @Nullable @Schema(description = "When its rules and rewards were ended; absent until then.", example = "2026-12-31T17:04:11Z")
                Instant leftAt,
        @Nullable @Schema(description = "When its systems were ended; absent until then.", example = "2027-03-01T17:03:40Z")
                Instant endedAt) {

    static PartnerLeavingResponse of(Partner partner, Optional<UUID> approvalId) {
        return new PartnerLeavingResponse(
                PublicId.PARTNER.format(partner.id()),
                partner.state().value(),
                approvalId.map(PublicId.APPROVAL::format).orElse(null),
                partner.leaving().map(Leaving::leavesAt).orElse(null),
                partner.leaving().map(Leaving::refundsUntil).orElse(null),
                partner.leaving().flatMap(Leaving::leftAt).orElse(null),
                partner.leaving().flatMap(Leaving::endedAt).orElse(null));
    }
}
