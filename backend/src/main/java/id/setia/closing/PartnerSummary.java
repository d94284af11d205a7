package id.setia.closing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A partner named in the books. */
@Serdeable
@Schema(description = "A partner named in the books.")
record PartnerSummary(
        @Schema(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "Its short name.", example = "kopi-senja") String code,
        @Schema(description = "Its name.", example = "Kopi Senja") String name) {}
