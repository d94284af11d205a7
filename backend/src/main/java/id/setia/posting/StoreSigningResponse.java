package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The tills of a store that sign, or did. */
@Serdeable
@Schema(description = "The tills of a store that sign, or did, by number.")
public record StoreSigningResponse(@Schema(description = "The tills.") List<TillSigningResponse> items) {}
