package id.setia.posting;

import id.setia.kernel.PublicId;
import id.setia.partners.Store;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where something happened. */
@Serdeable
@Schema(description = "Where something happened.")
public record StoreSummary(
        @Schema(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "Its name.", example = "Toko Menteng") String name) {

    public static StoreSummary of(Store store) {
        return new StoreSummary(PublicId.STORE.format(store.id()), store.name());
    }
}
