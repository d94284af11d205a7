package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A membership that began at a till. */
@Serdeable
@Schema(description = "A membership that began at a till.")
record EnrolmentEventData(
        @Schema(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId) {}
