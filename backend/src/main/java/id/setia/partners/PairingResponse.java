package id.setia.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.access.Scope;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A till's credential, told this once. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a till needs to call. The secret is told this once and not kept.")
public record PairingResponse(
        @Schema(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
        @Schema(description = "Its number as receipts print it.", example = "3") String terminalCode,
        @Schema(description = "Its store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "The partner's own code of the store.", example = "menteng") String storeCode,
        @Schema(description = "The store's name.", example = "Toko Menteng") String storeName,
        @Schema(description = "The store's partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "What it sends as `client_id`.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String clientId,
        @Schema(description = "What it sends as `client_secret`.", example = "mJt0y1V8m0yQf0b3H4l2mJt0y1V8m0yQf0b3H4l2abc")
                String clientSecret,
        @Schema(description = "What it may do.", example = "[\"purchases:write\",\"members:lookup\"]") List<String> scopes,
        @Schema(description = "Where it gets tokens.", example = "https://poin.example.com/api/v1/oauth/token") String tokenUrl,
        @Nullable @Schema(description = "Number of the key it registered to sign by; absent where it sent none.", example = "1")
                Integer signingKeyNumber) {

    static PairingResponse of(Pairings.Paired paired, String tokenUrl) {
        return new PairingResponse(
                PublicId.TERMINAL.format(paired.terminal().id()),
                paired.terminal().code(),
                PublicId.STORE.format(paired.store().id()),
                paired.store().code(),
                paired.store().name(),
                PublicId.PARTNER.format(paired.store().partnerId()),
                paired.client().clientKey(),
                paired.client().secret(),
                paired.scopes().stream().map(Scope::value).sorted().toList(),
                tokenUrl,
                paired.keyNumber().isPresent() ? paired.keyNumber().getAsInt() : null);
    }

    @Override
    public String toString() {
        return "PairingResponse[clientId=" + clientId + "]";
    }
}
