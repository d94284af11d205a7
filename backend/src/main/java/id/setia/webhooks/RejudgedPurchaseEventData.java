package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A purchase that was judged again after a mistake in a rule. */
@Serdeable
@Schema(description = "A purchase that was judged again after a mistake in a rule.")
record RejudgedPurchaseEventData(
        @Schema(description = "The rejudging of a rule's purchases.", example = "rej_01kq5zv4m8e7t9b3x2c1d0f6ga") String rejudgementId,
        @Schema(description = "The purchase.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Schema(description = "Points given by it; negative where it takes points away.", example = "-10") long points) {}
