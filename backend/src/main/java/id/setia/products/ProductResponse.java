package id.setia.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A product. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A product of a partner.")
public record ProductResponse(
        @Schema(description = "The product.", example = "prd_AY9yG0RnRwe2mzxSPk4sDzg5OTEwMDE") String productId,
        @Schema(description = "Whose product it is.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "The partner's number of it.", example = "8991001") String sku,
        @Schema(description = "Its name.", example = "Beras pandan wangi 5 kg") String name,
        @Nullable @Schema(description = "Its category, from the widest to the narrowest.", example = "Bahan pokok > Beras")
                String category,
        @Nullable @Schema(description = "Its brand.", example = "Sawah Makmur") String brand,
        @Nullable @Schema(description = "Who delivers it.", example = "PT Pangan Jaya") String supplier,
        @Schema(description = "Whether buying it can give points.", example = "true") boolean earns,
        @Schema(description = "Whether somebody has said what it is; otherwise it was learnt from receipts.", example = "true")
                boolean corrected,
        @Schema(description = "When it last changed.", example = "2026-11-22T03:04:05Z") Instant changedAt) {

    static ProductResponse of(Product product) {
        return new ProductResponse(
                new ProductKey(product.partnerId(), product.sku()).format(),
                PublicId.PARTNER.format(product.partnerId()),
                product.sku(),
                product.name(),
                product.category().orElse(null),
                product.brand().orElse(null),
                product.supplier().orElse(null),
                product.earns(),
                product.corrected(),
                product.changedAt());
    }
}
