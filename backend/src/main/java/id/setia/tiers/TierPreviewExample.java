package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A member whom the change makes a difference to. */
@Serdeable
@Schema(description = "A member whom the change makes a difference to.")
public record TierPreviewExample(
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "Code of the tier now.", example = "gold") String from,
        @Schema(description = "Code of the tier by the proposed ladder.", example = "red") String to,
        @Schema(description = "Code of the tier by the ladder in force.", example = "gold") String withoutChange) {}
