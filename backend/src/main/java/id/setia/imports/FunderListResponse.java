package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Partners who may fund opening balances. */
@Serdeable
@Schema(description = "Partners who may fund opening balances, the program's owner first.")
public record FunderListResponse(@Schema(description = "The partners.") List<FunderResponse> items) {}
