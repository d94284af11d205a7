package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Imports of codes. */
@Serdeable
@Schema(description = "The latest imports of codes, the latest first.")
public record RewardCodeImportListResponse(@Schema(description = "The imports.") List<RewardCodeImportResponse> items) {}
