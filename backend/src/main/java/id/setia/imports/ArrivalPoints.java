package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points opened by an import of members. */
@Serdeable
@Schema(description = "Points opened by an import of members, and who funds them.")
public record ArrivalPoints(
        @Schema(description = "The partner who funds them.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "The partner's name.", example = "Toko Segar") String name,
        @Schema(description = "How many.", example = "1450000000") long points) {}
