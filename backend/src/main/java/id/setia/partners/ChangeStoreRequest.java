package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A store as it should be. */
@Serdeable
@Schema(description = "A store as it should be.")
public record ChangeStoreRequest(
        @NotNull @Schema(description = "Its name, 1 to 120 characters.", example = "Toko Menteng") String name,
        @NotNull @Schema(description = "Time zone of its clocks, by IANA name.", example = "Asia/Jakarta") String timeZone,
        @NotNull @Schema(description = "Region, at most 80 characters; may be empty.", example = "DKI Jakarta") String region,
        @NotNull
                @Schema(
                        description = "`open` or `closed`. Tills of a closed store get no new tokens; purchases of it can still be posted by the partner's system or a file.",
                        allowableValues = {"open", "closed"},
                        example = "open")
                String state) {
}
