package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** An API client as it should be. */
@Serdeable
@Schema(description = "An API client as it should be.")
public record ChangeApiClientRequest(
        @NotNull @Schema(description = "What staff call it, 1 to 120 characters.", example = "Kasir 3, Toko Menteng") String name,
        @NotNull
                @Size(max = 20)
                @Schema(
                        description = "What it may do. A till may have none of `ledger:read`, `imports:write`, `events:read`, `webhooks:read` and `webhooks:write`.",
                        example = "[\"purchases:write\",\"members:lookup\"]")
                List<String> scopes) {}
