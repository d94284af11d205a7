package id.setia.offers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How often members are told of offers. */
@Serdeable
@Schema(description = "How often members are told of offers.")
public record OfferPolicy(
        @NotNull
                @Min(0)
                @Max(14)
                @Schema(description = "Offers a member is told of within seven days at most; 0 for none.", example = "2")
                Integer announcedPerWeek) {

    static final String SETTING = "offers.announcements";
    static final OfferPolicy USUAL = new OfferPolicy(2);
}
