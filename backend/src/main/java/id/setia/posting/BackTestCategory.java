package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points by category. */
@Serdeable
@Schema(description = "Points that would have been others, by the category of the products.")
public record BackTestCategory(
        @Nullable
                @Schema(
                        description = "The category; absent for products without one and bonuses that belong to no product.",
                        example = "Minuman > Kopi")
                String category,
        @Schema(description = "Points more, or negative less.", example = "1240") long difference) {}
