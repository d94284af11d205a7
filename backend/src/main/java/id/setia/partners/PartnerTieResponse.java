package id.setia.partners;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Something that a partner's leaving would end or leave behind. */
@Serdeable
@Schema(description = "Something that a partner's leaving would end or leave behind.")
record PartnerTieResponse(
        @Schema(
                        description = "What it is: `outstanding_points` stay with members at the partner's expense, a `rule` or `reward` ends on the day, an `api_client` once refunds are over; a `store` earns nothing any more. More kinds may come.",
                        example = "rule")
                String kind,
        @Schema(description = "What staff call it.", example = "kopi-senja-dobel") String name,
        @Nullable @Schema(description = "How many points it is about; absent where it is about none.", example = "182000") Long points) {

    static PartnerTieResponse of(PartnerTie tie) {
        return new PartnerTieResponse(tie.kind(), tie.name(), tie.points().orElse(null));
    }
}
