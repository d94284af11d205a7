package id.setia.partners;

import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A store to open. */
@Serdeable
@Schema(description = "A store to open.")
public record CreateStoreRequest(
        @NotNull @Schema(description = "The partner it belongs to.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String partnerId,
        @NotNull
                @Schema(
                        description = "The partner's own code of it, which never changes: small letters, digits and hyphens, at most 40.",
                        example = "menteng")
                String code,
        @NotNull @Schema(description = "Its name, 1 to 120 characters.", example = "Toko Menteng") String name,
        @NotNull @Schema(description = "Time zone of its clocks, by IANA name.", example = "Asia/Jakarta") String timeZone,
        @NotNull @Schema(description = "Region, at most 80 characters; may be empty.", example = "DKI Jakarta") String region) {

    UUID partner() {
        return PublicId.PARTNER.parseOr(partnerId, ProblemCode.PARTNER_NOT_FOUND);
    }
}
