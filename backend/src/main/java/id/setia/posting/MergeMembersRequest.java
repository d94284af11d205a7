package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Another membership of the same person. */
@Serdeable
@Schema(description = "Another membership of the same person, to be merged into the one of the address.")
public record MergeMembersRequest(
        @NotNull @Size(max = 40) @Schema(description = "The membership that ends and lives on as the one of the address.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String mergedMemberId,
        @NotBlank @Size(max = 500) @Schema(description = "Why, in words, for other staff.", example = "Dua kartu, orang yang sama, KTP sudah dicek")
                String explanation) {}
