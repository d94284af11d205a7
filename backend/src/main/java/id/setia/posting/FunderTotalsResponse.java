package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The ledger's sums for one funding partner. */
@Serdeable
@Schema(description = "The ledger's sums for one funding partner: issued + opening = redeemed + expired + adjusted + outstanding.")
public record FunderTotalsResponse(
        @Schema(description = "The partner that pays for the points.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String funderId,
        @Schema(description = "Its name.", example = "Klub Nusantara") String name,
        @Schema(description = "Points issued.", example = "125000") long issued,
        @Schema(description = "Points brought in from before.", example = "0") long opening,
        @Schema(description = "Points used.", example = "5000") long redeemed,
        @Schema(description = "Points lapsed.", example = "1200") long expired,
        @Schema(description = "Points taken by corrections.", example = "0") long adjusted,
        @Schema(description = "Points members hold.", example = "118800") long outstanding) {}
