package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Imports of products. */
@Serdeable
@Schema(description = "The latest imports of products, the latest first.")
public record ProductImportListResponse(@Schema(description = "The imports.") List<ProductImportResponse> items) {}
