package id.setia.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A purchase and the points it gave the member, taken from them where the number is negative. */
@Serdeable
@Schema(description = "A purchase and the points it gave the member, taken from them where the number is negative.")
record PurchaseEventData(
        @Schema(description = "The purchase.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Nullable @Schema(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "Points given by it; negative where it takes points away.", example = "25") long points) {}
