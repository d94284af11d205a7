package id.setia.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of products. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A page of products, in the order of their SKUs.")
public record ProductListResponse(
        @Schema(description = "The products.") List<ProductResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "ODk5MTAwMQ")
                String nextCursor) {}
