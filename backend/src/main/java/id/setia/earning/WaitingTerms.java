package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How long points stay pending, as staff write it. */
@Serdeable
@Schema(description = "How long points stay pending before they can be used: so many days, or until the purchase is confirmed.")
public record WaitingTerms(
        @Nullable @Min(1) @Max(366) @Schema(description = "Days after the purchase.", example = "14") Integer days,
        @Nullable @Schema(description = "Whether they wait until the purchase is confirmed.", example = "true")
                Boolean confirmation) {

    static WaitingTerms of(Waiting waiting) {
        return waiting == null
                ? null
                : new WaitingTerms(waiting.days() == 0 ? null : waiting.days(), waiting.confirmation() ? true : null);
    }
}
