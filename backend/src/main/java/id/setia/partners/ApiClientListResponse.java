package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** API clients. */
@Serdeable
@Schema(description = "API clients, by name.")
public record ApiClientListResponse(@Schema(description = "The clients.") List<ApiClientResponse> items) {}
