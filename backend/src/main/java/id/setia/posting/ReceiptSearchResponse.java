package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Purchases that bear a number. */
@Serdeable
@Schema(description = "Purchases whose receipt or order bears a number.")
public record ReceiptSearchResponse(@Schema(description = "The purchases, the latest first.") List<PurchaseResponse> items) {}
