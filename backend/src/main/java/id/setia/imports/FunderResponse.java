package id.setia.imports;

import id.setia.kernel.PublicId;
import id.setia.partners.Partner;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A partner who may fund opening balances. */
@Serdeable
@Schema(description = "A partner who may fund opening balances.")
public record FunderResponse(
        @Schema(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "The partner's name.", example = "Toko Segar") String name) {

    static FunderResponse of(Partner partner) {
        return new FunderResponse(PublicId.PARTNER.format(partner.id()), partner.name());
    }
}
