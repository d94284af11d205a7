package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Stores. */
@Serdeable
@Schema(description = "Stores, by name.")
public record StoreListResponse(@Schema(description = "The stores.") List<StoreResponse> items) {}
