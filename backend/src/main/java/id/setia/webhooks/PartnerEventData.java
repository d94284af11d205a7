package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A partner. */
@Serdeable
@Schema(description = "A partner.")
record PartnerEventData(
        @Schema(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId) {}
