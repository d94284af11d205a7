package id.setia.offers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The offers that run. */
@Serdeable
@Schema(description = "The offers that run now or will, those that end first first.")
public record OfferCatalogueResponse(@Schema(description = "The offers.") List<OfferCatalogueItem> items) {}
