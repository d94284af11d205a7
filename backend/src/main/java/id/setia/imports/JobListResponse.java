package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Imports. */
@Serdeable
@Schema(description = "The latest imports, the latest first.")
public record JobListResponse(@Schema(description = "The imports.") List<JobResponse> items) {}
