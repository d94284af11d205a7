package id.setia.closing;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points used at one partner. */
@Serdeable
@Schema(description = "Points used at one partner.")
record RedeemedAtResponse(
        @Schema(description = "Who gave something for them.") PartnerSummary partner,
        @Schema(description = "How many.", example = "42000") long points,
        @Schema(description = "What they count for in the books.") Money value) {}
