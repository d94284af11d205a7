package id.setia.products;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Whether a whole category earns. */
@Serdeable
@Schema(description = "Whether a whole category should earn.")
public record SettleCategoryRequest(
        @Nullable @Schema(description = "Whose products; the program owner's when left out.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String partnerId,
        @NotNull @Schema(description = "The category; everything below it goes with it.", example = "Rokok") String category,
        @NotNull @Schema(description = "Whether buying of it can give points.", example = "false") Boolean earns) {}
