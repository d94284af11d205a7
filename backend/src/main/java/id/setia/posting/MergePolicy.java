package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** From how many points on merging two memberships takes a second person. */
@Serdeable
@Schema(description = "From how many points on merging two memberships takes a second person.")
public record MergePolicy(
        @NotNull
                @Min(0)
                @Max(1_000_000_000)
                @Schema(description = "The most points either membership may have, pending and held ones counted, for one person to merge them alone.", example = "1000")
                Long pointsAlone) {

    /** Name of the setting. */
    public static final String SETTING = "members.merging";

    /** What a new programme begins with. */
    public static final MergePolicy USUAL = new MergePolicy(1_000L);
}
