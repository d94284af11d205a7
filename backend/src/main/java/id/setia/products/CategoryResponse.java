package id.setia.products;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A category of products. */
@Serdeable
@Schema(description = "A category of products, with everything below it.")
public record CategoryResponse(
        @Schema(description = "From the widest to the narrowest.", example = "Bahan pokok > Beras") String category,
        @Schema(description = "How many products are in it.", example = "12") long products,
        @Schema(description = "How many of them earn nothing.", example = "0") long withoutPoints,
        @Schema(description = "Whether the whole category earns nothing, products not seen yet included.", example = "false")
                boolean excluded) {}
