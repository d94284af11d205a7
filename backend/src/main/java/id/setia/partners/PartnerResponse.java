package id.setia.partners;

import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A partner. */
@Serdeable
@Schema(description = "A partner.")
public record PartnerResponse(
        @Schema(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "Short name that never changes.", example = "kopi-senja") String code,
        @Schema(description = "Its name.", example = "Kopi Senja") String name,
        @Schema(description = "Whether the program is its own; exactly one is.", example = "false") boolean owner,
        @Schema(
                        description = "Whether it takes part.",
                        allowableValues = {"active", "leaving", "ended"},
                        example = "active")
                String state,
        @Nullable @Schema(description = "From when on its purchases earn nothing; absent for one that stays.", example = "2026-12-31T17:00:00Z")
                Instant leavesAt,
        @Schema(description = "How many open stores it has.", example = "6") int openStores) {

    static PartnerResponse of(Partner partner, int openStores) {
        return new PartnerResponse(
                PublicId.PARTNER.format(partner.id()),
                partner.code(),
                partner.name(),
                partner.owner(),
                partner.state().value(),
                partner.leaving().map(Leaving::leavesAt).orElse(null),
                openStores);
    }
}
