package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Partners, the owner of the program first, then by name. */
@Serdeable
@Schema(description = "Partners, the owner of the program first, then by name.")
public record PartnerListResponse(
        @Schema(description = "The partners.") List<PartnerResponse> items) {
}
