package id.setia.products;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Categories. */
@Serdeable
@Schema(description = "Categories, each after the one it is part of.")
public record CategoryListResponse(@Schema(description = "The categories.") List<CategoryResponse> items) {}
