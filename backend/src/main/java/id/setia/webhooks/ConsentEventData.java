package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A member's word on the use of their data. */
@Serdeable
@Schema(description = "A member's word on the use of their data.")
record ConsentEventData(
        @Schema(description = "`marketing_email`, `marketing_phone`, `profiling` or `partner_sharing`.", example = "profiling") String purpose,
        @Schema(description = "Whether the member agrees.", example = "true") boolean given) {}
