package id.setia.offers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Offers of a member. */
@Serdeable
@Schema(description = "The offers meant for a member, the fittest first.")
public record OfferListResponse(@Schema(description = "The offers.") List<OfferResponse> items) {}
