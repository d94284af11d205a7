package id.setia.offers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Offers as staff see them. */
@Serdeable
@Schema(description = "All offers: running ones first, then those to come, drafts, and those that ended.")
public record StaffOfferListResponse(@Schema(description = "The offers.") List<StaffOfferResponse> items) {}
