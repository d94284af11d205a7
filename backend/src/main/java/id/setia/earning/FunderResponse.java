package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A partner that can pay for points. */
@Serdeable
@Schema(description = "A partner that can pay for points.")
public record FunderResponse(
        @Schema(description = "Id of the partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "Its name.", example = "Klub Nusantara") String name) {}
