package id.setia.partners;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A store. */
@Serdeable
@Schema(description = "A store.")
public record StoreResponse(
        @Schema(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "The partner it belongs to.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "Whether its partner owns the program.", example = "true") boolean programOwner,
        @Schema(description = "The partner's own code of it.", example = "menteng") String code,
        @Schema(description = "Its name.", example = "Toko Menteng") String name,
        @Schema(description = "Time zone of its clocks.", example = "Asia/Jakarta") String timeZone,
        @Schema(description = "Region.", example = "DKI Jakarta") String region,
        @Schema(
                        description = "Whether it still sells.",
                        allowableValues = {"open", "closed"},
                        example = "open")
                String state) {

    static StoreResponse of(Store store, boolean programOwner) {
        return new StoreResponse(
                PublicId.STORE.format(store.id()),
                PublicId.PARTNER.format(store.partnerId()),
                programOwner,
                store.code(),
                store.name(),
                store.timeZone().getId(),
                store.region(),
                store.state().value());
    }
}
