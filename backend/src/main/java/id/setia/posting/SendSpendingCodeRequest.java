package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a code is to be good for. */
@Serdeable
@Schema(description = "What a code is to be good for: so many points of a member at one store.")
public record SendSpendingCodeRequest(
        @NotNull @Valid @Schema(description = "Whose points.") MemberReferenceRequest member,
        @NotNull @Min(1) @Max(1_000_000_000) @Schema(description = "How many.", example = "2500") Long points,
        @Nullable @Size(max = 40) @Schema(description = "Where; a terminal's own store when absent.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId) {}
