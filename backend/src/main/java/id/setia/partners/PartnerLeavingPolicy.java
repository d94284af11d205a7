package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** What is granted to partners that leave. */
@Serdeable
@Schema(description = "What is granted to partners that leave.")
record PartnerLeavingPolicy(
        @NotNull @Min(0) @Max(730)
                @Schema(
                        description = "For how many days after it left a partner's systems may still post refunds, 0 to 730.",
                        example = "60")
                Integer refundDays) {

    /** Name of the setting. */
    static final String SETTING = "partners.leaving";

    /** What a new programme begins with. */
    static final PartnerLeavingPolicy USUAL = new PartnerLeavingPolicy(60);
}
