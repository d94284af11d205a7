package id.setia.products;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A product as it should be. */
@Serdeable
@Schema(description = "A product as it should be. From then on receipts teach nothing more about it.")
public record ChangeProductRequest(
        @NotNull @Schema(description = "Its name, 1 to 200 characters.", example = "Beras pandan wangi 5 kg") String name,
        @Nullable
                @Schema(
                        description = "Its category, from the widest to the narrowest with ` > ` between, at most 200 characters.",
                        example = "Bahan pokok > Beras")
                String category,
        @Nullable @Schema(description = "Its brand, at most 120 characters.", example = "Sawah Makmur") String brand,
        @Nullable @Schema(description = "Who delivers it, at most 120 characters.", example = "PT Pangan Jaya") String supplier,
        @NotNull @Schema(description = "Whether buying it can give points.", example = "true") Boolean earns) {}
