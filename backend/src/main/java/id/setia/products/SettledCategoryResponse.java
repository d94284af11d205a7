package id.setia.products;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What settling a category came to. */
@Serdeable
@Schema(description = "What settling a category came to.")
public record SettledCategoryResponse(
        @Schema(description = "The category.", example = "Rokok") String category,
        @Schema(description = "Whether it earns now.", example = "false") boolean earns,
        @Schema(description = "How many products changed.", example = "7") long changed) {}
